import FoundationEssentials
import PowerAuth
import Synchronization
import TokenModel

@testable import Sandbox

/// The wall clock of a test: it moves when told.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_768_000_000))

  var now: Date { time.withLock { $0 } }

  func advance(seconds: Double) { time.withLock { $0 += seconds } }
}

/// A sandbox without HTTP, and the bank's side of it.
struct TestBank {
  static let user = "integration"
  static let password = "secret"

  let clock = TestClock()
  let sandbox: Sandbox

  init(dataFile: String? = nil) throws {
    let clock = clock
    sandbox = try Sandbox(
      SandboxConfiguration(
        dataFile: dataFile, apiUser: Self.user, apiPassword: Self.password,
        now: { clock.now }))
  }

  var milliseconds: Int64 { Int64((clock.now.timeIntervalSince1970 * 1000).rounded()) }

  /// A call of the Cloud API.
  func cloud(
    _ method: String, _ path: String, _ body: JSONValue? = nil, password: String = password
  ) async -> SandboxResponse {
    let credentials = Base64.encode(Array("\(Self.user):\(password)".utf8))
    return await sandbox.handle(
      SandboxRequest(
        method: method, target: "/powerauth-cloud/v2/" + path,
        headers: [("Authorization", "Basic " + credentials)], body: body?.bytes() ?? []))
  }

  /// A call of the token's side.
  func mobile(
    _ path: String, _ body: [UInt8], headers: [(name: String, value: String)] = []
  ) async -> SandboxResponse {
    await sandbox.handle(SandboxRequest(target: path, headers: headers, body: body))
  }

  /// A new registration; throws when the bank refuses.
  func register(
    userID: String = "alice", _ extra: [String: JSONValue] = [:]
  ) async throws -> (id: String, code: ActivationCode) {
    let body = extra.merging(["userId": .string(userID), "appId": "test"]) { extra, _ in extra }
    let json = try await cloud("POST", "registrations", .object(body)).object()
    return (try json.text("registrationId"), try ActivationCode(json.text("activationQrCodeData")))
  }

  func commit(_ id: String) async { _ = await cloud("POST", "registrations/\(id)/commit") }

  func registration(_ id: String) async throws -> JSONValue {
    try await cloud("GET", "registrations/\(id)").object()
  }

  /// A new operation; throws when the bank refuses.
  func operation(
    _ template: String = "payment", userID: String = "alice",
    parameters: [String: JSONValue] = ["amount": "100", "currency": "CZK", "iban": "CZ55"]
  ) async throws -> String {
    let body: JSONValue = [
      "userId": .string(userID), "template": .string(template), "parameters": .object(parameters),
    ]
    return try await cloud("POST", "operations", body).object().text("operationId")
  }

  func operationState(_ id: String) async throws -> JSONValue {
    try await cloud("GET", "operations/\(id)").object()
  }
}

/// A member that a test needs is missing.
struct Absent: Error {
  let what: String
}

extension SandboxResponse {
  /// The document of an answer with status 200.
  func object() throws -> JSONValue {
    guard status == 200, let json else { throw Absent(what: "200, but \(status): \(text)") }
    return json
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  /// Status and code of a refusal, as `400 ERR_ACTIVATION`; `200` of a success.
  var verdict: String {
    guard let code = json?["responseObject"]?["code"]?.string else { return String(status) }
    return "\(status) \(code)"
  }

  /// The same with the server's message.
  var verdictWithMessage: String {
    verdict + " " + (json?["responseObject"]?["message"]?.string ?? "")
  }
}

extension JSONValue {
  func text(_ member: String) throws -> String {
    guard let text = self[member]?.string else { throw Absent(what: member) }
    return text
  }

  func integer(_ member: String) throws -> Int64 {
    guard let number = self[member]?.int else { throw Absent(what: member) }
    return number
  }

  func object(_ member: String) throws -> JSONValue {
    guard let value = self[member] else { throw Absent(what: member) }
    return value
  }
}

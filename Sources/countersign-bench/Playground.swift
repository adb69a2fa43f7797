import FoundationEssentials
import Glibc
import PowerAuth
import Sandbox
import TokenModel

/// A sandbox in this process, and a home of the measured program that is activated with it.
struct Playground {
  let server: SandboxServer
  let path: String

  var options: [String] { ["--config", path + "/config.toml", "--state-dir", path + "/state"] }
  /// A home without an activation.
  var freshOptions: [String] {
    ["--config", path + "/config.toml", "--state-dir", path + "/fresh"]
  }

  struct Failed: Error { let text: String }

  /// Activates `program`, and sends it ten payments.
  static func open(_ program: String) async throws -> Playground {
    var template = Array("/tmp/countersign-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failed(text: "no temporary directory") }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let server = try await SandboxServer.start()
    let playground = Playground(server: server, path: path)
    let text = """
      [profiles.default]
      server = "\(server.baseURL)/enrollment-server"
      sdk_configuration = "\(server.credentials.sdkConfiguration)"
      """
    try Data(text.utf8).write(to: URL(filePath: path + "/config.toml"))
    try await playground.activate(program)
    for amount in 1...10 { try await playground.sendPayment(amount) }
    return playground
  }

  func close() async {
    await server.stop()
    try? FileManager.default.removeItem(atPath: path)
  }

  private func activate(_ program: String) async throws {
    let created = try await call(
      "/registrations", ["userId": "jane", "appId": "sandbox-mobile-banking"])
    guard let code = created["activationCode"]?.string, let id = created["registrationId"]?.string
    else { throw Failed(text: "no activation code") }
    let command = ([program, "activate", code, "--pin-stdin"] + options)
      .map { "'\($0)'" }.joined(separator: " ")
    guard system("echo 2580 | \(command) > /dev/null") == 0 else {
      throw Failed(text: "the activation failed")
    }
    _ = try await call("/registrations/\(id)/commit", ["externalUserId": "bench"])
  }

  private func sendPayment(_ amount: Int) async throws {
    let parameters: JSONValue = [
      "amount": .string("\(amount).00"), "currency": "EUR", "iban": "CZ5508000000001234567899",
    ]
    _ = try await call(
      "/operations",
      [
        "userId": "jane", "template": "payment", "language": "en", "parameters": parameters,
      ])
  }

  private func call(_ path: String, _ body: JSONValue) async throws -> JSONValue {
    let credentials = Data("\(server.apiUser):\(server.apiPassword)".utf8).base64EncodedString()
    let answer = await server.sandbox.handle(
      SandboxRequest(
        method: "POST", target: "/powerauth-cloud/v2" + path,
        headers: [("Authorization", "Basic \(credentials)"), ("Content-Type", "application/json")],
        body: body.bytes()))
    guard answer.status == 200 else {
      throw Failed(text: String(decoding: answer.body, as: UTF8.self))
    }
    return answer.json ?? [:]
  }
}

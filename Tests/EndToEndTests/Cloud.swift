import Foundation
import Glibc
import TokenModel

/// The bank's side: the calls of PowerAuth Cloud, over a plain socket.
struct Cloud: Sendable {
  let base: String
  let user: String
  let password: String

  struct Refused: Error { let answer: String }

  /// Any call of the API, with its answer.
  func ask(_ method: String, _ path: String, _ body: JSONValue? = nil) throws -> JSONValue {
    try call(method, "/" + path, body)
  }

  /// Whether the server finds the header of a signed request right.
  func isValid(_ header: JSONValue?, _ request: JSONValue) throws -> Bool {
    let body = request.setting("authHeader", to: header ?? .null)
    return try call("POST", "/signature/verify", body)["signatureValid"]?.bool ?? false
  }

  func createRegistration(user: String) async throws -> (id: String, code: String) {
    let answer = try call(
      "POST", "/registrations", ["userId": .string(user), "appId": "sandbox-mobile-banking"])
    return (try text("registrationId", answer), try text("activationQrCodeData", answer))
  }

  func commit(_ registration: String) async throws {
    _ = try call("POST", "/registrations/\(registration)/commit", ["externalUserId": "clerk"])
  }

  func change(_ registration: String, _ change: String) async throws {
    _ = try call(
      "PUT", "/registrations/\(registration)",
      ["change": .string(change), "externalUserId": "clerk"])
  }

  func createLogin(for user: String) async throws -> String {
    let answer = try call(
      "POST", "/operations", ["userId": .string(user), "template": "login", "language": "en"])
    return try text("operationId", answer)
  }

  func createPayment(for user: String, amount: String) async throws -> String {
    let parameters: JSONValue = [
      "amount": .string(amount), "currency": "EUR", "iban": "CZ5508000000001234567899",
    ]
    let answer = try call(
      "POST", "/operations",
      [
        "userId": .string(user), "template": "payment", "language": "en",
        "parameters": parameters,
      ])
    return try text("operationId", answer)
  }

  /// The text of the QR code for a token without a network, and its nonce.
  func offlineText(
    of operation: String, for registration: String
  ) async throws -> (text: String, nonce: String) {
    let answer = try call(
      "GET", "/operations/\(operation)/offline/qr?registrationId=\(registration)")
    return (try text("operationQrCodeData", answer), try text("nonce", answer))
  }

  /// Whether the code that somebody typed at the bank is right, and the attempts that remain.
  func accepts(
    _ code: String, of operation: String, from registration: String, nonce: String
  ) async throws -> (isValid: Bool, attemptsLeft: Int64) {
    let answer = try call(
      "POST", "/operations/\(operation)/offline/otp",
      [
        "otp": .string(code), "nonce": .string(nonce), "registrationId": .string(registration),
      ])
    return (answer["otpValid"]?.bool ?? false, answer["remainingAttempts"]?.int ?? -1)
  }

  func createMessage(_ subject: String, _ body: String, html: Bool, to user: String) async throws
    -> String
  {
    let answer = try call(
      "POST", "/inbox/messages",
      [
        "userId": .string(user), "type": html ? "html" : "text", "subject": .string(subject),
        "summary": "A summary of it", "body": .string(body),
      ])
    return try text("id", answer)
  }

  func status(ofOperation id: String) async throws -> String {
    try text("status", try call("GET", "/operations/\(id)"))
  }

  private func text(_ member: String, _ answer: JSONValue) throws -> String {
    guard let text = answer[member]?.string else {
      throw Refused(answer: String(decoding: answer.bytes(), as: UTF8.self))
    }
    return text
  }

  private func call(_ method: String, _ path: String, _ body: JSONValue? = nil) throws -> JSONValue
  {
    let token = Data("\(user):\(password)".utf8).base64EncodedString()
    let answer = try Self.send(
      method, base + path, ["Authorization: Basic \(token)"], body?.bytes() ?? [])
    guard answer.status == 200 else { throw Refused(answer: answer.text) }
    return answer.body.isEmpty ? [:] : try JSONValue(parsing: answer.body)
  }

  /// What a browser does with an address: goes there, and from there to where it is sent.
  static func browse(_ address: String) throws -> String {
    let page = try send("GET", address, [], [])
    let location = page.text.split(separator: "\r\n").first { $0.hasPrefix("Location: ") }
    guard let location else { return page.text }
    return try browse(String(location.dropFirst("Location: ".count)))
  }

  private static func send(
    _ method: String, _ address: String, _ headers: [String], _ content: [UInt8]
  ) throws -> Answer {
    guard let url = URL(string: address), let host = url.host(), let port = url.port else {
      throw Refused(answer: "no address: \(address)")
    }
    let target = url.path() + (url.query().map { "?" + $0 } ?? "")
    let lines =
      [
        "\(method) \(target) HTTP/1.1", "Host: \(host):\(port)",
        "Content-Type: application/json", "Content-Length: \(content.count)",
        "Connection: close",
      ] + headers + ["", ""]
    return try exchange(
      Array(lines.joined(separator: "\r\n").utf8) + content, port: UInt16(port))
  }

  private struct Answer {
    let text: String

    var status: Int { Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0 }

    /// The sandbox answers with a length, or not at all; never in chunks.
    var body: [UInt8] {
      guard let end = text.range(of: "\r\n\r\n") else { return [] }
      return Array(text[end.upperBound...].utf8)
    }
  }

  private static func exchange(_ request: [UInt8], port: UInt16) throws -> Answer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { _ = close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0, write(descriptor, request, request.count) == request.count else {
      throw Refused(answer: String(cString: strerror(errno)))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return Answer(text: String(decoding: bytes, as: UTF8.self))
  }
}

/// Where a bank's push messages are to arrive (Mobile Token API, "Push registration").
public struct PushRegistration: Equatable, Sendable {
  public let platform: Platform
  /// Of Apple's service only; nil leaves the choice to the server.
  public let environment: Environment?
  /// What the push service gave out, or the endpoint of UnifiedPush.
  public let token: String

  /// Who carries the messages. The last three are the names that servers before 1.10 know.
  public enum Platform: String, CaseIterable, Sendable {
    case apns, fcm, hms, ios, android, huawei
  }

  public enum Environment: String, CaseIterable, Sendable { case development, production }

  public enum Fault: Error, Equatable, Sendable {
    case emptyToken
    /// Blanks and control characters within a token.
    case brokenToken
    /// Only `apns` has environments.
    case environmentOf(Platform)
  }

  /// Blanks around the token are dropped; Apple's tokens become upper-case digits, as its clients send
  /// them.
  public init(
    platform: Platform, environment: Environment? = nil, token text: String
  ) throws(Fault) {
    let token = text.drop(while: \.isWhitespace)
    let end = token.lastIndex { !$0.isWhitespace }
    guard let end else { throw .emptyToken }
    let trimmed = String(token[...end])
    guard trimmed.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      throw .brokenToken
    }
    guard environment == nil || platform == .apns else { throw .environmentOf(platform) }
    let isDigits = trimmed.allSatisfy(\.isHexDigit) && trimmed.utf8.count == trimmed.count
    self.token = isDigits && [.apns, .ios].contains(platform) ? trimmed.uppercased() : trimmed
    self.platform = platform
    self.environment = environment
  }

  /// As it is sent; `environment` is left out where it is nil.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "platform": .string(platform.rawValue), "token": .string(token),
    ]
    members["environment"] = environment.map { .string($0.rawValue) }
    return .object(members)
  }
}

/// Why the bank will not send push messages here.
public enum PushFault: Error, Equatable, Sendable {
  /// Another registration is under way.
  case alreadyRegistering
  /// The server's push service refused or did not answer (`PUSH_REGISTRATION_FAILED`).
  case registrationFailed
  /// The server does not take this platform, environment or token (`INVALID_REQUEST`).
  case notAccepted
}

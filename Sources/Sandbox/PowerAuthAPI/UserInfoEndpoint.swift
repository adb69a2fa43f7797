import FoundationEssentials
import PowerAuth
import TokenModel

/// `/pa/v3/user/info`: OpenID claims of the person behind an activation.
enum UserInfoEndpoint {
  static let routes = [Route(.userInfo, claims)]

  private static func claims(_ call: Call) throws -> SandboxResponse {
    guard case (let opened, let registration?)? = try EncryptionGate.open(call, .userInfo),
      isEmpty(opened)
    else { throw MobileFault.encryption }
    return try opened.answer(call.ledger.claims(of: registration.userID), at: call.ledger.now)
  }

  /// Nothing, or `{}`: a member that the server does not know would be refused.
  private static func isEmpty(_ opened: OpenedRequest) -> Bool {
    let bytes = opened.bytes
    return bytes.isEmpty || (try? JSONValue(parsing: bytes))?.object?.isEmpty == true
  }
}

extension Ledger {
  /// The person's claims; of an unknown person no more than servers make up themselves.
  func claims(of userID: String) throws -> JSONValue {
    let known = try user(userID)?.claims.object ?? [:]
    return .object(
      known.merging([
        "sub": .string(userID), "jti": .string(UUID().uuidString.lowercased()),
        "iat": .number(.init(now / 1000)),
      ]) { _, own in own })
  }
}

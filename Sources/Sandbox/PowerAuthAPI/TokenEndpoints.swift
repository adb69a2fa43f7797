import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// `/pa/v3/token`: what a device uses instead of a signature.
enum TokenEndpoints {
  static let routes = [
    Route(.tokenCreate, create),
    Route(.tokenRemove, remove),
  ]

  private static func create(_ call: Call) throws -> SandboxResponse {
    let caller = try call.signedCaller(.tokenCreate, .any)
    let request = try call.cryptogram(caller.header.version)
    let opened = try EncryptionGate.open(
      request, caller.header.version, .tokenCreate, of: caller.registration, in: call.ledger)
    guard let opened else { throw MobileFault.token }
    let token = StoredToken(
      token: AccessToken(
        id: UUID().uuidString.lowercased(),
        secret: SecureRandom.secret(AccessToken.secretSize)),
      registrationID: caller.registration.id, factors: caller.header.factors)
    try call.ledger.insert(token)
    return try opened.answer(TokenCreateResponse(token.token), at: call.ledger.now)
  }

  /// A token that is not there, or somebody else's, is passed over in silence.
  private static func remove(_ call: Call) throws -> SandboxResponse {
    let caller = try call.signedCaller(.tokenRemove, .any)
    guard let id = try call.json()["requestObject"]?["tokenId"]?.string else {
      throw MobileFault.request
    }
    try call.ledger.removeToken(id, of: caller.registration.id)
    return .success(["tokenId": .string(id)])
  }
}

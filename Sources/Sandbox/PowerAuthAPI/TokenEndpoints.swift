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
    guard let request: EciesRequest = try? WireJSON.decode(from: call.request.body) else {
      throw MobileFault.request
    }
    var decryptor = try decryptor(for: request, of: caller, in: call.ledger)
    guard (try? decryptor.decrypt(request)) != nil,
      try EncryptionGate.isFresh(request, registrationID: caller.registration.id, in: call.ledger)
    else { throw MobileFault.token }
    let token = StoredToken(
      token: AccessToken(
        id: UUID().uuidString.lowercased(),
        secret: SecureRandom.secret(AccessToken.secretSize)),
      registrationID: caller.registration.id, factors: caller.header.factors)
    try call.ledger.insert(token)
    let answer = try WireJSON.encode(TokenCreateResponse(token.token))
    return try .encrypted(try decryptor.encrypt(answer, timestamp: call.ledger.now))
  }

  private static func decryptor(
    for request: EciesRequest, of caller: SignedCaller, in ledger: Ledger
  ) throws -> EciesDecryptor {
    let id = caller.registration.id
    guard let device = caller.registration.device,
      let context = try? EciesContext(
        version: caller.header.version, credentials: ledger.application.credentials,
        scope: .activation(id: id, transportKey: device.keys().transport), purpose: .tokenCreate,
        temporaryKeyID: request.temporaryKeyId)
    else { throw MobileFault.request }
    let key = try EncryptionGate.key(
      for: request, lasting: device.serverKey, registrationID: id, in: ledger)
    guard let key else { throw MobileFault.token }
    return EciesDecryptor(context, privateKey: key)
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

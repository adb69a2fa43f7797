import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// What else the protocol asks of a server: its time, a key for encryption, a signature's verdict.
enum ServerEndpoints {
  static let routes =
    [
      Route(.serverStatus, status),
      Route(.keystoreCreate, createKey),
    ]
    + ["POST", "GET", "PUT", "DELETE"].map {
      Route($0, Endpoint.signatureValidate.path, validate)
    }

  private static func status(_ call: Call) -> SandboxResponse {
    .success([
      "serverTime": .milliseconds(call.ledger.now),
      "application": ["name": "countersign-sandbox", "version": "1"],
    ])
  }

  private static func validate(_ call: Call) throws -> SandboxResponse {
    _ = try call.signedCaller(.signatureValidate, .any)
    return .success()
  }

  private static func createKey(_ call: Call) throws -> SandboxResponse {
    guard let jwt = try call.json()["requestObject"]?["jwt"]?.string,
      let claims = try? TemporaryKeyRequest.unverified(jwt),
      let signer = try Signer(claims.activationID, in: call.ledger),
      let request = try? TemporaryKeyRequest(
        verifying: jwt, call.ledger.application.credentials, signer.scope)
    else { throw MobileFault.temporaryKey }
    let pair = TemporaryKeyPair(
      id: UUID().uuidString.lowercased(), registrationID: request.activationID,
      privateKey: .generate(), expiresAt: call.ledger.now + life(call.faults))
    try call.ledger.forgetExpiredKeys()
    try call.ledger.insert(pair)
    let key = TemporaryKey(
      id: pair.id, publicKey: pair.privateKey.publicKey, issuedAt: call.ledger.now,
      expiresAt: pair.expiresAt)
    return .success(["jwt": .string(try request.answer(with: key, signer: signer.key))])
  }

  private static func life(_ faults: SandboxFaults) -> Milliseconds {
    faults.temporaryKeyLifeSeconds.map(Milliseconds.seconds) ?? ServerRules.temporaryKeyLife
  }

  /// Who vouches for a temporary key, and for whom it is.
  private struct Signer {
    let scope: EciesScope
    let key: PrivateKey

    /// Nil for an activation that is neither active nor blocked.
    init?(_ activationID: String?, in ledger: Ledger) throws {
      guard let activationID else {
        scope = .application
        key = ledger.application.masterKey
        return
      }
      guard let registration = try ledger.registration(activationID),
        [.active, .blocked].contains(registration.state), let device = registration.device
      else { return nil }
      scope = .activation(id: activationID, transportKey: try device.keys().transport)
      key = device.serverKey
    }
  }
}

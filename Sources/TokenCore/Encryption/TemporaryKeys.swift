import PowerAuth
import TokenModel

extension ProtocolVersion {
  /// Whether encryption takes a temporary key of the server in place of its lasting one.
  var usesTemporaryKeys: Bool {
    switch self {
    case .v3_0, .v3_1, .v3_2: false
    case .v3_3: true
    }
  }
}

extension Token {
  /// The key that encrypts for an activation, or before there is one; nil where versions have none.
  ///
  /// Keys live in memory, one for each scope, and are dropped 10 s before their end.
  func temporaryKey(
    of activation: ActivationRecord?
  ) async throws(TokenFailure) -> TemporaryKey? {
    guard profile.version.usesTemporaryKeys else { return nil }
    let now = try await serverTime()
    let id = activation?.activationID
    if let key = temporaryKeys[id], key.isUsable(at: now) { return key }
    let key = try await keyFetches.value(for: id) { () async throws(TokenFailure) in
      try await self.fetchTemporaryKey(activation)
    }
    temporaryKeys[id] = key
    return key
  }

  /// Forgets a key that the server refused.
  func dropTemporaryKey(of activationID: String?) { temporaryKeys[activationID] = nil }

  private func fetchTemporaryKey(
    _ activation: ActivationRecord?
  ) async throws(TokenFailure) -> TemporaryKey {
    let scope = activation?.scope ?? .application
    let signer = activation?.serverPublicKey ?? profile.credentials.masterPublicKey
    let request = TemporaryKeyRequest(
      applicationKey: profile.credentials.applicationKey, activationID: scope.activationID)
    do {
      let message = KeystoreMessage(jwt: try request.jwt(profile.credentials, scope))
      let answer = try await exchange(
        profile.server.url(Endpoint.keystoreCreate.path),
        body: try WireJSON.encode(RequestEnvelope(message)))
      let key = try request.accept(try answer.object(KeystoreMessage.self).jwt, signer: signer)
      guard key.isUsable(at: try await serverTime()) else {
        throw TokenFailure.untrustedAnswer(.serverTime)
      }
      return key
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }

  /// Failures of encryption say no more than that the protection does not hold.
  static func failure(ofProtecting error: any Error) -> TokenFailure {
    switch error {
    case let failure as TokenFailure: failure
    case let fault as ExchangeFault: ErrorMeaning.general(fault)
    default: .untrustedAnswer(.protection)
    }
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// Removes the activation on the server, and here only after the server's OK.
  public func remove(with factor: SecondFactor) async throws(TokenFailure) {
    guard case .pin(let pin) = factor else { throw .biometry(.notSetUp) }
    let endpoint = Endpoint.activationRemove
    try await perform(
      SignedCall(
        profile.server.url(endpoint.path), uriID: endpoint.uriId ?? "",
        factors: .possessionKnowledge, pin: pin),
      body: Array("{}".utf8), TokenFailure.refused)
    try removeLocally()
  }

  /// Forgets the activation on this device alone; the server goes on believing in it.
  ///
  /// Works, too, when what is stored cannot be opened any more. Throws `noActivation` when there is
  /// nothing to forget.
  public func removeLocally() throws(TokenFailure) {
    let wasThere = try stored { () throws(StorageFault) in try store.removeActivation() }
    temporaryKeys = [:]
    synchronizedActivation = nil
    guard wasThere else { throw .noActivation }
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// Removes the activation on the server, and here only after the server's OK.
  public func remove(with factor: SecondFactor) async throws(TokenFailure) {
    try await perform(
      SignedCall(.activationRemove, of: profile.server, with: factor),
      body: WireJSON.emptyObject
    ) { ErrorMeaning.decisive($0, TokenFailure.refused) }
    try await removeLocally()
  }

  /// Forgets the activation on this device alone; the server goes on believing in it.
  ///
  /// Works, too, when what is stored cannot be opened any more. Throws `noActivation` when there is
  /// nothing to forget. Providers of biometry are told to forget their key, too.
  public func removeLocally() async throws(TokenFailure) {
    let kept = keptBiometry()
    let wasThere = try stored { () throws(StorageFault) in try store.removeActivation() }
    temporaryKeys = [:]
    synchronizedActivation = nil
    if let kept { await forgetBiometry(of: kept.activationID, at: kept.providers) }
    guard wasThere else { throw .noActivation }
  }

  /// Who may keep a key for this activation: all of them, where what is stored does not tell.
  private func keptBiometry() -> (activationID: String, providers: [String])? {
    do throws(StorageFault) {
      return try store.activation().map { ($0.id, $0.biometryProvider.map { [$0] } ?? []) }
    } catch {
      let local = try? store.localActivation()
      return local.map { ($0.activationID, biometryProviders.map(\.name)) }
    }
  }
}

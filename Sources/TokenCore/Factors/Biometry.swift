import PowerAuth
import TokenModel

extension Token {
  /// Which ways of this machine could stand in for the PIN, and which one does.
  ///
  /// Asks each provider, not the server; without an activation none is enabled.
  public func biometry() async throws(TokenFailure) -> BiometryState {
    let activation = try stored { () throws(StorageFault) in try store.activation() }
    var providers: [BiometryState.Provider] = []
    for provider in biometryProviders {
      providers.append(
        BiometryState.Provider(name: provider.name, obstacle: await provider.availability()))
    }
    return BiometryState(enabled: activation?.biometryProvider, providers: providers)
  }

  /// Lets a provider of this machine stand in for the PIN from now on.
  ///
  /// The server opens the vault for the PIN, so that the biometry key can be derived again. It is
  /// locked under a random key, which only the provider keeps; that one is stored first, and taken
  /// back when the rest fails. Nil takes the best provider that can be used now.
  public func addBiometry(pin: PIN, provider name: String? = nil) async throws(TokenFailure) {
    let activation = try requireActivation()
    guard activation.record.biometry == nil else { throw .biometry(.alreadySetUp) }
    let provider = try await usableProvider(named: name)
    let vault = try await unlockVault(for: .addBiometry, with: .pin(pin))
    try await alone { (token) async throws(TokenFailure) in
      try await token.keepBiometry(of: activation.id, vault, at: provider)
    }
  }

  /// Lets nothing stand in for the PIN any more; local, and no failure when nothing did.
  ///
  /// What a provider does not forget opens nothing any more.
  public func removeBiometry() async throws(TokenFailure) {
    try await alone { (token) async throws(TokenFailure) in
      let activation = try token.requireActivation()
      try token.change(activation.id) {
        $0.record.biometry = nil
        $0.biometryProvider = nil
      }
      await token.forgetBiometry(
        of: activation.id, at: activation.biometryProvider.map { [$0] } ?? [])
    }
  }

  /// Only while nobody else changes the activation: two who add would each overwrite the other's key.
  private func keepBiometry(
    of activationID: String, _ vault: UnlockedVault, at provider: any BiometryProvider
  ) async throws(TokenFailure) {
    let activation = try requireActivation()
    guard activation.id == activationID else { throw .noActivation }
    guard activation.record.biometry == nil else { throw .biometry(.alreadySetUp) }
    let unlockKey = BiometryWrap.randomUnlockKey()
    let wrap: BiometryWrap
    do {
      wrap = try vault.biometry(under: unlockKey, externalKey: externalKey)
    } catch {
      throw failure(ofUnlocking: error)
    }
    do throws(BiometryFault) {
      try await provider.store(unlockKey, account: activationID)
    } catch {
      // A fault says nothing about how far the provider came.
      try? await provider.remove(account: activationID)
      throw .biometry(error)
    }
    let name = provider.name
    do throws(TokenFailure) {
      try change(activationID) {
        $0.record.biometry = wrap
        $0.biometryProvider = name
      }
    } catch {
      try? await provider.remove(account: activationID)
      throw error
    }
  }

  private func usableProvider(
    named name: String?
  ) async throws(TokenFailure) -> any BiometryProvider {
    if let name {
      let provider = try biometryProvider(named: name)
      if let fault = await provider.availability() { throw .biometry(fault) }
      return provider
    }
    var obstacle: BiometryFault?
    for provider in biometryProviders {
      guard let fault = await provider.availability() else { return provider }
      // The best one's obstacle is the one to tell.
      obstacle = obstacle ?? fault
    }
    throw .biometry(obstacle ?? .unavailable(provider: "biometry", reason: "none is configured"))
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// The provider that keeps the key of this activation.
  func biometryProvider(named name: String) throws(TokenFailure) -> any BiometryProvider {
    guard let provider = biometryProviders.first(where: { $0.name == name }) else {
      throw .biometry(.unavailable(provider: name, reason: "not offered here"))
    }
    return provider
  }

  /// Lets the platform recognise the person and give the key.
  ///
  /// Somebody else's finger gives a random key where the server is to count it; everything else that
  /// goes wrong computes nothing.
  func unlockBiometry(
    of activation: StoredActivation, countsUnknownPerson: Bool = true
  ) async throws(TokenFailure) -> Secret {
    guard let wrap = activation.record.biometry, let name = activation.biometryProvider else {
      throw .biometry(.notSetUp)
    }
    let provider = try biometryProvider(named: name)
    let unlockKey: Secret
    do throws(BiometryFault) {
      unlockKey = try await provider.unlock(account: activation.id, reason: profile.name)
    } catch .notRecognized where countsUnknownPerson {
      return BiometryWrap.randomUnlockKey()
    } catch {
      throw .biometry(error)
    }
    guard unlockKey.count == FactorKeyWrap.size else { throw .biometry(.keyLost(provider: name)) }
    do {
      return try wrap.unwrap(under: unlockKey, externalKey: externalKey)
    } catch {
      // A key of zeros, which is none that we gave.
      throw .biometry(.keyLost(provider: name))
    }
  }

  /// Tells providers to forget their key; what stays behind opens nothing.
  func forgetBiometry(of activationID: String, at providers: [String]) async {
    for provider in biometryProviders where providers.contains(provider.name) {
      try? await provider.remove(account: activationID)
    }
  }
}

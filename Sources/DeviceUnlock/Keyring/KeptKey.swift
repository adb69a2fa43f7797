import ChildProcess
import TokenModel

/// The keys of one profile in the keyring, in the terms of the provider that keeps them there.
struct KeptKey: Sendable {
  /// Name of the provider.
  let provider: String
  let profile: String
  let keyring: Keyring

  init(
    provider: String, profile: String, environment: ChildEnvironment, patience: Duration
  ) {
    self.provider = provider
    self.profile = profile
    keyring = Keyring(environment: environment, patience: patience)
  }

  func store(_ key: Secret, account: String) async throws(BiometryFault) {
    do throws(Interruption) { try await keyring.store(key, as: item(account)) } catch {
      throw error.fault(of: provider)
    }
  }

  func unlock(account: String) async throws(BiometryFault) -> Secret {
    do throws(Interruption) {
      if let key = try await keyring.lookUp(item(account)) { return key }
    } catch {
      throw error.fault(of: provider)
    }
    throw .keyLost(provider: provider)
  }

  func remove(account: String) async throws(BiometryFault) {
    do throws(Interruption) { try await keyring.clear(item(account)) } catch {
      throw error.fault(of: provider)
    }
  }

  private func item(_ account: String) -> Keyring.Item {
    Keyring.Item(account: account, profile: profile)
  }
}

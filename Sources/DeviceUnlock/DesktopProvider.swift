import ChildProcess
import TokenCore
import TokenModel

/// Keeps the key in the desktop's keyring: who has unlocked the session, has the key.
public struct DesktopProvider: BiometryProvider {
  public let name = "desktop"

  private let key: KeptKey

  /// `profile` keeps the items of profiles with one activation identifier apart; `patience` is how
  /// long a person may take to unlock the keyring.
  public init(
    profile: String, environment: ChildEnvironment, patience: Duration = .seconds(30)
  ) {
    key = KeptKey(
      provider: name, profile: profile, environment: environment, patience: patience)
  }

  public func availability() async -> BiometryFault? {
    do throws(Interruption) { try await key.keyring.probe() } catch { return error.fault(of: name) }
    return nil
  }

  public func store(_ key: Secret, account: String) async throws(BiometryFault) {
    try await self.key.store(key, account: account)
  }

  public func unlock(account: String, reason: String) async throws(BiometryFault) -> Secret {
    try await key.unlock(account: account)
  }

  public func remove(account: String) async throws(BiometryFault) {
    try await key.remove(account: account)
  }
}

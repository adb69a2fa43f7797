import ChildProcess
import TokenCore
import TokenModel

/// Hands out the key of the desktop's keyring once the reader has recognised a finger.
///
/// The reader guards this program, not the keyring: another program of the same session could read
/// the item without a finger.
public struct FingerprintProvider: BiometryProvider {
  public let name = "fingerprint"

  private let reader: FingerprintReader
  private let key: KeptKey

  /// `profile` keeps the items of profiles with one activation identifier apart; `patience` is how
  /// long a person may take to present the finger, or to unlock the keyring.
  public init(
    profile: String, environment: ChildEnvironment, patience: Duration = .seconds(30)
  ) {
    reader = FingerprintReader(environment: environment, patience: patience)
    key = KeptKey(
      provider: name, profile: profile, environment: environment, patience: patience)
  }

  public func availability() async -> BiometryFault? {
    do throws(Interruption) {
      try await reader.probe()
      try await key.keyring.probe()
    } catch {
      return error.fault(of: name)
    }
    return nil
  }

  /// Asks for no finger: whoever may add the factor has just given the PIN.
  public func store(_ key: Secret, account: String) async throws(BiometryFault) {
    try await self.key.store(key, account: account)
  }

  /// The reader has no place for `reason`; the caller shows it beside its own request for a finger.
  public func unlock(account: String, reason: String) async throws(BiometryFault) -> Secret {
    guard try await isRecognized() else { throw .notRecognized }
    return try await key.unlock(account: account)
  }

  public func remove(account: String) async throws(BiometryFault) {
    try await key.remove(account: account)
  }

  private func isRecognized() async throws(BiometryFault) -> Bool {
    do throws(Interruption) { return try await reader.recognizes() } catch {
      throw error.fault(of: name)
    }
  }
}

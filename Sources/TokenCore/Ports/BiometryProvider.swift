import TokenModel

/// A way to keep a key that only the right finger, or the unlocked desktop, releases.
public protocol BiometryProvider: Sendable {
  /// Such as `fingerprint` or `desktop`; stored with the activation.
  var name: String { get }

  /// Why it cannot be used now; nil when it can.
  func availability() async -> BiometryFault?

  /// Keeps a 16 B key in place of an older one of the same account, an activation identifier.
  func store(_ key: Secret, account: String) async throws(BiometryFault)

  /// The key, once the person has been recognised; `reason` may be shown to them.
  ///
  /// Throws `notRecognized`, `canceled`, `keyLost` or `unavailable`.
  func unlock(account: String, reason: String) async throws(BiometryFault) -> Secret

  /// Forgets the key; nothing happens when it is gone already.
  func remove(account: String) async throws(BiometryFault)
}

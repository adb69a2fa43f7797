/// Trouble with the key that stands in for the PIN.
public enum BiometryFault: Error, Equatable, Sendable {
  /// The activation has no such key.
  case notSetUp
  case alreadySetUp
  /// The reader, the keyring or their tools; `reason` is for people.
  case unavailable(provider: String, reason: String)
  /// The user stopped it, or time ran out: nothing was computed, no attempt was spent.
  case canceled
  /// The finger is another one; while signing, that costs an attempt.
  case notRecognized
  /// The provider does not have the key any more.
  case keyLost(provider: String)
  /// What the server keeps does not fit this activation.
  case keyMismatch
}

/// Trouble with the key that the application gives beside PIN and biometry.
public enum ExternalKeyFault: Error, Equatable, Sendable {
  /// The activation's factors are locked by it, and it was not given.
  case required
  /// It was given, and the activation does not use one.
  case notInUse
  case alreadyInUse
  /// It is 16 bytes.
  case wrongLength(Int)
  /// It is another key than the one that locks this activation.
  case wrongKey
}

/// Trouble with a serialized session of another client.
public enum PortableStateFault: Error, Equatable, Sendable {
  case notAState
  case unsupportedVersion(Int)
  case truncated
  case trailingBytes(Int)
  /// The state is well formed and holds no activation.
  case noActivation
  case wrongPassphrase
  /// The keys inside are unusable, or the possession key does not open them.
  case damagedKeys
}

/// Trouble with a sign-in at an OpenID provider.
public enum OIDCFault: Error, Equatable, Sendable {
  /// Neither configuration nor server offers it.
  case notOffered
  /// The redirect belongs to another sign-in.
  case stateMismatch
  /// The provider's own word.
  case denied(String)
  /// The redirect holds no code, or is none of ours.
  case invalidRedirect
  /// The browser cannot come back to this machine; the address can still be pasted.
  case portTaken(Int, reason: String)
  case timedOut
  case canceled
}

/// Something that servers may lack or keep closed.
public enum Capability: String, Equatable, Sendable, CaseIterable {
  case activationDetail, rename, userInfo, vault, recovery, upgrade, oidc, inbox, push, history,
    claim
}

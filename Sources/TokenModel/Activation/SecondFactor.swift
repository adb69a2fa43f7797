/// What is proven beside the possession of this device.
public enum SecondFactor: Sendable, Equatable {
  /// Something that the user knows.
  case pin(PIN)
  /// A key that the fingerprint reader or the unlocked desktop releases.
  case biometry
}

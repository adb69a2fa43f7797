/// By what the user proves to be the one who may decide, beside this device.
enum Proof: Equatable, Sendable {
  /// Nothing: the device alone.
  case device
  case pin
  /// The provider that keeps the key, such as `fingerprint`.
  case biometry(provider: String)

  /// `this device and your PIN`.
  var factors: String {
    switch self {
    case .device: say("factors.proof-device")
    case .pin: say("factors.proof-pin")
    case .biometry(let provider):
      say("factors.proof-biometry", ["yours": ProviderWords(provider).yours])
    }
  }
}

import TokenModel

extension TokenDescription {
  /// `this device and the PIN`.
  var proof: String {
    switch factors {
    case "possession": "this device"
    case "possession_knowledge": "this device and the PIN"
    case "possession_biometry": "this device and biometry"
    case "possession_knowledge_biometry": "this device, the PIN and biometry"
    default: DisplayText(factors).singleLine
    }
  }

  /// The first eight characters of the identifier: enough to tell two tokens apart.
  var shortID: String { String(DisplayText(id).singleLine.prefix(8)) }
}

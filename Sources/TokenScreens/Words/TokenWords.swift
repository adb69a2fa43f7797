import TokenModel

extension TokenDescription {
  /// `this device and the PIN`.
  public var proof: String {
    switch factors {
    case "possession": say("tokens.device")
    case "possession_knowledge": say("tokens.device-pin")
    case "possession_biometry": say("tokens.device-biometry")
    case "possession_knowledge_biometry": say("tokens.device-pin-biometry")
    default: DisplayText(factors).singleLine
    }
  }

  /// The first eight characters of the identifier: enough to tell two tokens apart.
  var shortID: String { String(DisplayText(id).singleLine.prefix(8)) }
}

/// A set of colours, by the name that the configuration uses.
public enum Theme: String, CaseIterable, Sendable {
  /// `light` where the terminal says that its background is light, else `dark`.
  case automatic = "auto"
  case dark
  case light
  case highContrast = "high-contrast"
  /// No colour: bold, reverse and underline only.
  case mono
}

/// How many colours a terminal shows.
public enum ColourDepth: Equatable, Sendable {
  case none, eight, sixteen, palette
  /// Colour numbers from 8 on are red, green and blue: terminals named `*-direct`.
  case direct

  /// The depth for terminfo's number of colours; `NO_COLOR` (any value but empty) means none.
  init(colours: Int, noColour: String?) {
    self =
      switch colours {
      case _ where noColour.map { !$0.isEmpty } ?? false: .none
      case ..<8: .none
      case ..<16: .eight
      case ..<256: .sixteen
      case ..<0x1_0000: .palette
      default: .direct
      }
  }
}

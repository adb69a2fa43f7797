/// How a profile looks, so that one bank is not taken for another.
public struct Appearance: Equatable, Sendable {
  /// `auto`, `dark`, `light`, `high-contrast` or `mono`.
  public let theme: String
  /// Colour of the header's banner and of what is selected; nil for the theme's own.
  public let accent: Accent?

  public init(theme: String = "auto", accent: Accent? = nil) {
    self.theme = theme
    self.accent = accent
  }

  /// The colours that every terminal can show, by the names that the configuration uses.
  public enum Accent: String, Equatable, Sendable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
  }
}

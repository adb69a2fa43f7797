import TokenModel

/// What a piece of the frame means; a theme turns it into colour, never the view.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, muted, title, accent, border, chrome, key, selection, field
  case success, info, warning, danger, money, live, stale
  /// Whose page this is: the left of the header, in the colour of the profile.
  case banner
  /// A picture that cameras read: black on white wherever there are colours.
  case picture
}

/// How a cell is drawn: its meaning and the emphasis that survives without colour.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var emphasis: Emphasis
  /// The colours of a piece of a foreign picture, which no theme knows; nil for all else.
  public var pixels: PixelColours?

  public init(_ role: Role = .text, _ emphasis: Emphasis = []) {
    self.role = role
    self.emphasis = emphasis
  }

  /// Attributes that every terminal has, so that meaning never hangs on colour alone.
  public struct Emphasis: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Self(rawValue: 1)
    public static let dim = Self(rawValue: 2)
    public static let reverse = Self(rawValue: 4)
    public static let underline = Self(rawValue: 8)
  }

  public static let plain = Style()

  /// A cell of a foreign picture.
  static func picture(_ pixels: PixelColours) -> Style {
    var style = Style()
    style.pixels = pixels
    return style
  }
}

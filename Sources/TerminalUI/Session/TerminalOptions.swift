import TokenScreens

/// How the interface is shown; what is not said follows the environment.
public struct TerminalOptions: Sendable {
  public var theme: Theme
  /// The colour of the banner and of what is selected; nil leaves both to the theme.
  public var accent: Appearance.Accent?
  /// Whether clicks and the wheel come to us rather than to the terminal's text selection.
  public var mouse: Bool
  /// Overrides what terminfo and `NO_COLOR` say.
  public var colourDepth: ColourDepth?

  public init(
    theme: Theme = .automatic, accent: Appearance.Accent? = nil, mouse: Bool = true,
    colourDepth: ColourDepth? = nil
  ) {
    self.theme = theme
    self.accent = accent
    self.mouse = mouse
    self.colourDepth = colourDepth
  }
}

/// Why no interface can be shown on this terminal.
public enum TerminalFault: Error, Equatable, Sendable {
  /// Standard input or output is a file, a pipe or closed.
  case notATerminal
  /// `TERM` is empty, or terminfo does not know it.
  case unknownTerminal(name: String)
  /// `TERM` is `dumb`, or the terminal cannot address the cursor.
  case unsuitableTerminal(name: String)
  /// The system refused a descriptor.
  case system(errno: Int32)
}

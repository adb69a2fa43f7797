import TokenModel

/// What the terminal has said about pictures, and how to make the best of it.
struct PictureAbilities: Equatable {
  var isUTF8 = true
  var hasSixel = false
  var hasKitty = false

  /// What to ask at the start.
  ///
  /// Multiplexers take the strings of the kitty protocol for a title, so they are not asked.
  static func question(terminal name: String) -> String {
    let isMultiplexer = name.hasPrefix("tmux") || name.hasPrefix("screen")
    return (isMultiplexer ? "" : ControlStrings.askKittyGraphics) + ControlStrings.askAttributes
  }

  /// Pixels only where the size of a cell is known: else they would not stay in their box.
  func form(
    depth: ColourDepth, on ground: PictureForm.Ground, cellWidth: Int, cellHeight: Int
  ) -> PictureForm {
    let isCellKnown = (2...200).contains(cellWidth) && (4...400).contains(cellHeight)
    if isCellKnown, hasKitty { return .kitty(cellWidth: cellWidth, cellHeight: cellHeight) }
    if isCellKnown, hasSixel { return .sixel(cellWidth: cellWidth, cellHeight: cellHeight) }
    guard isUTF8 else { return .ascii(on: ground) }
    switch depth {
    case .none, .eight, .sixteen: return .shades(on: ground)
    case .palette, .direct: return .halfBlocks
    }
  }
}

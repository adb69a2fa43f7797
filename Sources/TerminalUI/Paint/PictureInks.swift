import CTerminal
import TokenModel
import TokenScreens

/// Colour pairs of ncurses for the cells of pictures, made when they are first drawn.
///
/// They come after the pairs of the roles. When there are no more, all are forgotten: what is on the
/// screen then is drawn anew with the next frame anyway.
struct PictureInks {
  private let palette: Palette
  private var pairs: [PixelColours: Int32] = [:]

  private static let first = Int32(Role.allCases.count) + 1
  /// What ncurses keeps without growing beyond a short number.
  private static let last: Int32 = 32_000

  init(palette: Palette) { self.palette = palette }

  /// Nil where the terminal has too few colours for pictures.
  mutating func pair(for pixels: PixelColours) -> Int32? {
    if let pair = pairs[pixels] { return pair }
    guard let tint = palette.tint(for: pixels) else { return nil }
    guard tint.hasColour else { return 0 }
    if Self.first + Int32(pairs.count) > Self.last { pairs = [:] }
    let pair = Self.first + Int32(pairs.count)
    ct_define_pair(pair, Int32(tint.foreground), Int32(tint.background))
    pairs[pixels] = pair
    return pair
  }
}

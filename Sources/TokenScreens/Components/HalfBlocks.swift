import TokenModel

/// A QR code in glyphs of two modules, one above the other; dark is drawn, light is left blank.
struct HalfBlocks: Equatable, Sendable {
  /// Lines of equal width, quiet zone included; to be drawn dark on light.
  let rows: [String]
  let columns: Int

  /// Modules around the symbol: ISO 18004 wants four, cameras at a screen do with two.
  private static let quietZone = 2

  init(_ matrix: ModuleMatrix) {
    let zone = -Self.quietZone..<matrix.width + Self.quietZone
    columns = zone.count
    rows = stride(from: zone.lowerBound, to: zone.upperBound, by: 2).map { y in
      String(
        zone.map { x in Self.glyph(matrix.isDark(x: x, y: y), matrix.isDark(x: x, y: y + 1)) })
    }
  }

  private static func glyph(_ upper: Bool, _ lower: Bool) -> Character {
    switch (upper, lower) {
    case (true, true): "█"
    case (true, false): "▀"
    case (false, true): "▄"
    case (false, false): " "
    }
  }
}

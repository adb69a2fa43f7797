/// A picture as it came from somebody else: its head was looked at, and nothing of it was decoded.
public struct Picture: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case png = "PNG", jpeg = "JPEG", webp = "WebP"
  }

  public let kind: Kind
  public let bytes: [UInt8]
  /// Pixels, as the head says.
  public let width: Int
  public let height: Int

  public init(kind: Kind, bytes: [UInt8], width: Int, height: Int) {
    self.kind = kind
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

/// How a terminal can show a picture, the plainest first.
public enum PictureForm: Equatable, Sendable {
  /// Letters and signs, where the encoding has no more.
  case ascii(on: Ground)
  /// Blocks of different darkness, where there are too few colours.
  case shades(on: Ground)
  /// Two pixels a cell, one above the other, in 240 colours.
  case halfBlocks
  /// Sixel graphics; pixels of one cell.
  case sixel(cellWidth: Int, cellHeight: Int)
  /// Graphics of the kitty protocol; pixels of one cell.
  case kitty(cellWidth: Int, cellHeight: Int)

  /// What glyphs without colours of their own stand on: ink is darkness on a light ground only.
  public enum Ground: Equatable, Sendable { case dark, light }
}

/// A picture that was decoded and fits into a box of cells; nothing in it can steer a terminal.
public enum DrawnPicture: Equatable, Sendable {
  case cells(PictureCells)
  case graphics(PictureGraphics)

  public var columns: Int {
    switch self {
    case .cells(let cells): cells.columns
    case .graphics(let graphics): graphics.columns
    }
  }

  public var rows: Int {
    switch self {
    case .cells(let cells): cells.rows.count
    case .graphics(let graphics): graphics.rows
    }
  }
}

/// A picture in glyphs.
public struct PictureCells: Equatable, Sendable {
  /// One glyph of one column.
  public struct Cell: Equatable, Sendable {
    public var glyph: Character
    public var pixels: PixelColours

    public init(_ glyph: Character, _ pixels: PixelColours = PixelColours()) {
      self.glyph = glyph
      self.pixels = pixels
    }
  }

  /// The longest row; shorter ones end with blanks.
  public let columns: Int
  public let rows: [[Cell]]

  public init(rows: [[Cell]]) {
    self.rows = rows
    columns = rows.map(\.count).max() ?? 0
  }
}

/// Colours of one cell of a picture, of the 240 that are the same on all terminals: 16 to 255.
public struct PixelColours: Hashable, Sendable {
  /// 0 is the terminal's own.
  public var foreground: UInt8
  /// 0 is the terminal's own.
  public var background: UInt8

  public init(foreground: UInt8 = 0, background: UInt8 = 0) {
    self.foreground = foreground
    self.background = background
  }
}

/// A picture in pixels: one control string of which every byte was checked.
public struct PictureGraphics: Equatable, Sendable {
  public enum Form: Equatable, Sendable { case sixel, kitty }

  public let form: Form
  /// The cells that it covers.
  public let columns: Int
  public let rows: Int
  /// From its introducer to its terminator; it is drawn where the cursor stands.
  public let bytes: [UInt8]

  public init(form: Form, columns: Int, rows: Int, bytes: [UInt8]) {
    self.form = form
    self.columns = columns
    self.rows = rows
    self.bytes = bytes
  }
}

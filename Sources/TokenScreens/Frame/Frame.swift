import TokenModel

/// One grapheme cluster on the screen, or the right half of a wide one.
public struct Cell: Equatable, Sendable {
  /// What stands here; the cell right of a wide glyph is a `continuation` and draws nothing.
  public var glyph: Character
  public var style: Style
  public var isContinuation: Bool
  /// Place of the link among the frame's `links`, from 1 on; 0 for none.
  public internal(set) var link: UInt8

  public init(
    _ glyph: Character, _ style: Style, isContinuation: Bool = false, link: UInt8 = 0
  ) {
    self.glyph = glyph
    self.style = style
    self.isContinuation = isContinuation
    self.link = link
  }

  public static let blank = Cell(" ", .plain)
}

/// A whole picture of the terminal: what the session writes, and what the tests compare.
public struct Frame: Equatable, Sendable {
  public let size: Size
  /// Row by row, `size.columns * size.rows` cells.
  public internal(set) var cells: [Cell]
  /// Where the hardware cursor rests; screen readers follow it, nil hides it.
  public var cursor: Position?
  /// Addresses that cells lead to; `Cell.link` counts from 1 into it.
  public internal(set) var links: [Link] = []
  /// A picture in pixels, over cells that are blank; at most one.
  public internal(set) var graphics: Graphics?
  /// Places that a click may press, topmost last.
  public var targets: [Target] = []

  /// A place that acts like a key when it is clicked.
  public struct Target: Equatable, Sendable {
    public let rect: Rect
    public let action: Click
    public init(_ rect: Rect, _ action: Click) {
      self.rect = rect
      self.action = action
    }
  }

  /// A picture in pixels, and where it lies.
  public struct Graphics: Equatable, Sendable {
    public let corner: Position
    public let picture: PictureGraphics

    public init(_ picture: PictureGraphics, at corner: Position) {
      self.picture = picture
      self.corner = corner
    }

    /// The cells that it covers.
    public var area: Rect {
      Rect(
        column: corner.column, row: corner.row, columns: picture.columns, rows: picture.rows)
    }
  }

  /// What a click means: a key of this screen, a row of its list, or a hand on its slider.
  public enum Click: Equatable, Sendable {
    case key(Key)
    case row(Int)
    case slider
  }

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  public subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// The topmost click target at `position`.
  public func click(at position: Position) -> Click? {
    targets.last { $0.rect.contains(position) }?.action
  }

  /// The track of the slider, where there is one.
  public var slider: Rect? { targets.last { $0.action == .slider }?.rect }

  /// Where the cell leads to; nil for nearly all.
  public func link(of cell: Cell) -> Link? {
    cell.link == 0 ? nil : links[Int(cell.link) - 1]
  }

  /// The number of `link` for cells; 0 when there are more links than a frame can have.
  mutating func number(of link: Link) -> UInt8 {
    if let place = links.firstIndex(of: link) { return UInt8(place + 1) }
    guard links.count < Int(UInt8.max) else { return 0 }
    links.append(link)
    return UInt8(links.count)
  }

  /// The frame as text, one line a row, without trailing blanks: the form of the snapshots.
  public var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns where !self[column, row].isContinuation {
        line.append(self[column, row].glyph)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

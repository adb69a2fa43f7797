import TokenModel

/// Draws into a frame by cells; whatever lies outside `clip` is dropped.
///
/// Wide clusters are never cut in half: where only one column is left, a blank stands instead.
struct Canvas {
  private(set) var frame: Frame
  var clip: Rect
  /// The link of what is drawn next; 0 for none.
  private var link: UInt8 = 0

  /// One `Character` per ASCII byte: most text takes this short way.
  private static let ascii: [Character] = (0..<128).map { Character(Unicode.Scalar(UInt8($0))) }

  init(size: Size) {
    frame = Frame(size: size)
    clip = frame.bounds
  }

  /// Writes one line from `column` on, cut with `…` where it does not fit into `room` columns.
  ///
  /// Returns the column behind the text.
  @discardableResult
  mutating func text(
    _ text: some StringProtocol, _ column: Int, _ row: Int, _ style: Style = .plain,
    room: Int = .max
  ) -> Int {
    let space = min(room, clip.endColumn - column)
    guard space > 0, (clip.row..<clip.endRow).contains(row), column >= clip.column else {
      return column
    }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let width = isASCII ? text.utf8.count : DisplayWidth.of(text)
    let end = column + (width > space ? space - 1 : width)
    let reached =
      isASCII
      ? ascii(text, column, row, style, end) : clusters(text, column, row, style, end)
    guard width > space else { return reached }
    for blank in reached..<end { put(" ", 1, blank, row, style) }
    put("…", 1, end, row, style)
    return end + 1
  }

  private mutating func ascii(
    _ text: some StringProtocol, _ start: Int, _ row: Int, _ style: Style, _ end: Int
  ) -> Int {
    var column = start
    for byte in text.utf8 where column < end {
      put(Self.ascii[Int(byte)], 1, column, row, style)
      column += 1
    }
    return column
  }

  private mutating func clusters(
    _ text: some StringProtocol, _ start: Int, _ row: Int, _ style: Style, _ end: Int
  ) -> Int {
    var column = start
    for character in text {
      let width = DisplayWidth.of(character)
      guard width > 0 else { continue }
      guard column + width <= end else { break }
      put(character, width, column, row, style)
      column += width
    }
    return column
  }

  /// Writes the line so that it ends just before `column`; returns the column where it starts.
  @discardableResult
  mutating func text(
    _ text: String, endingAt column: Int, _ row: Int, _ style: Style = .plain
  ) -> Int {
    let start = max(clip.column, column - DisplayWidth.of(text))
    self.text(text, start, row, style, room: column - start)
    return start
  }

  /// Writes the line in the middle of `area`.
  mutating func text(
    _ text: String, centredIn area: Rect, _ row: Int, _ style: Style = .plain
  ) {
    let free = max(0, area.columns - DisplayWidth.of(text))
    self.text(text, area.column + free / 2, row, style, room: area.columns)
  }

  /// Blanks `area` in `style`.
  mutating func fill(_ area: Rect, _ style: Style = .plain) {
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn { glyph(" ", column, row, style) }
    }
  }

  /// A rule over the whole width of the clip.
  mutating func rule(_ row: Int) {
    for column in clip.column..<clip.endColumn { glyph("─", column, row, Style(.border)) }
  }

  /// Puts one glyph of one column.
  mutating func glyph(_ glyph: Character, _ column: Int, _ row: Int, _ style: Style) {
    guard clip.contains(Position(column: column, row: row)) else { return }
    put(glyph, 1, column, row, style)
  }

  mutating func cursor(_ column: Int, _ row: Int) {
    let position = Position(column: column, row: row)
    frame.cursor = clip.contains(position) ? position : nil
  }

  /// What `draw` draws leads to `link`, where the terminal can follow links.
  mutating func linked(_ link: Link?, _ draw: (inout Canvas) -> Void) {
    let outer = self.link
    self.link = link.map { frame.number(of: $0) } ?? 0
    draw(&self)
    self.link = outer
  }

  mutating func target(_ area: Rect, _ click: Frame.Click) {
    frame.targets.append(Frame.Target(area, click))
  }

  /// Draws a picture into the middle of `area`; one that does not fit is left out.
  mutating func picture(_ picture: DrawnPicture, in area: Rect) {
    let corner = Position(
      column: area.column + (area.columns - picture.columns) / 2,
      row: area.row + (area.rows - picture.rows) / 2)
    let box = Rect(
      column: corner.column, row: corner.row, columns: picture.columns, rows: picture.rows)
    guard picture.columns <= area.columns, picture.rows <= area.rows, clip.encloses(box) else {
      return
    }
    switch picture {
    case .cells(let cells):
      for (row, line) in cells.rows.enumerated() {
        for (column, cell) in line.enumerated() {
          glyph(cell.glyph, corner.column + column, corner.row + row, .picture(cell.pixels))
        }
      }
    case .graphics(let graphics):
      fill(box)
      frame.graphics = Frame.Graphics(graphics, at: corner)
    }
  }

  /// Forgets the cursor and the targets of what lies under a dialog, and pixels, which would lie over
  /// it.
  mutating func coverTargets() {
    frame.targets.removeAll()
    frame.graphics = nil
    frame.cursor = nil
  }

  /// Blanks the last rows of what was drawn so far: what lies under them cannot be clicked any more.
  mutating func cover(_ rows: Rect) {
    fill(rows)
    frame.targets = frame.targets.compactMap { target in
      var rect = target.rect
      rect.rows = min(rect.rows, rows.row - rect.row)
      return rect.rows > 0 ? Frame.Target(rect, target.action) : nil
    }
  }

  private mutating func put(
    _ glyph: Character, _ width: Int, _ column: Int, _ row: Int, _ style: Style
  ) {
    let index = row * frame.size.columns + column
    // A wide cluster that loses one half loses the other one too.
    if frame.cells[index].isContinuation { frame.cells[index - 1].glyph = " " }
    let next = index + width
    if column + width < frame.size.columns, frame.cells[next].isContinuation {
      frame.cells[next] = Cell(" ", frame.cells[next].style)
    }
    frame.cells[index] = Cell(glyph, style, link: link)
    if width == 2 { frame.cells[index + 1] = Cell(" ", style, isContinuation: true, link: link) }
  }
}

extension Frame {
  var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }
}

extension Rect {
  /// The first column right of the box.
  var endColumn: Int { column + columns }
  /// The first row below the box.
  var endRow: Int { row + rows }

  func encloses(_ other: Rect) -> Bool {
    column <= other.column && other.endColumn <= endColumn && row <= other.row
      && other.endRow <= endRow
  }

  /// `count` rows of the box from its row `first` on, clipped to the box.
  func slice(from first: Int, rows count: Int) -> Rect {
    Rect(
      column: column, row: row + first, columns: columns,
      rows: max(0, min(count, rows - first)))
  }
}

import TokenModel

/// How a picture's page is laid out: whose it is, where it comes from, and the box that it fills.
enum PictureView {
  /// Rows above the box: the label and the address.
  private static let headRows = 2

  /// Where the picture stands; text of our own stands in it until then.
  static func box(_ area: Rect) -> Rect {
    let gap = area.rows >= 12 ? 1 : 0
    return Rect(
      column: area.column + 2, row: area.row + headRows + gap, columns: area.columns - 4,
      rows: area.rows - headRows - 2 * gap)
  }

  static func draw(_ state: PictureScreen.State, _ world: World, _ canvas: inout Canvas) {
    head(state, world, &canvas)
    let box = box(world.area)
    if let drawn = state.drawn { canvas.picture(drawn.picture, in: box) }
    if let words = busy(state, world)?.shown, state.drawn == nil {
      canvas.text(words, box.column, box.row, room: box.columns)
    }
    var page = TextPage(width: min(PageFrame.readable, box.columns))
    switch state.phase {
    case .asking:
      // Whoever agrees has seen all of it.
      if DisplayWidth.of(DisplayText(state.address).singleLine) > addressRoom(world.area) {
        page.address(state.address)
      }
      page.text(
        box.rows < 8 ? say("pictures.not-fetched-short") : say("pictures.not-fetched"),
        Style(.muted))
    case .failed(let failure): page.failure(failure)
    case .fetching, .drawing, .shown: break
    }
    page.view(&canvas, box)
  }

  /// The bank's label behind its bar, which of how many, and the address.
  private static func head(
    _ state: PictureScreen.State, _ world: World, _ canvas: inout Canvas
  ) {
    let (area, end) = (world.area, world.area.endColumn - 2)
    let start = canvas.text(place(state), endingAt: end, area.row, Style(.muted))
    canvas.glyph("│", area.column + 2, area.row, Style(.border))
    canvas.text(
      DisplayText(state.current.label).singleLine, area.column + 4, area.row,
      Style(.title, .bold), room: max(0, start - 2 - (area.column + 4)))
    let label = canvas.text(
      say("pictures.address"), area.column + 2, area.row + 1, Style(.muted))
    canvas.text(
      DisplayText(state.address).singleLine, label + 2, area.row + 1, Style(.accent),
      room: max(0, end - label - 2))
  }

  /// Columns for the address beside its label.
  private static func addressRoom(_ area: Rect) -> Int {
    area.columns - 6 - DisplayWidth.of(say("pictures.address"))
  }

  /// Such as `preview, PNG, 640 x 480 · 1 of 2`.
  private static func place(_ state: PictureScreen.State) -> String {
    var words: [String] = []
    if state.current.original != nil {
      words.append(state.isOriginal ? say("pictures.original") : say("pictures.preview"))
    }
    if case .shown(let picture) = state.phase {
      words.append(
        say(
          "pictures.size",
          [
            "kind": picture.kind.rawValue, "width": "\(picture.width)",
            "height": "\(picture.height)",
          ]))
    }
    let count = state.pictures.count
    let place = say("pictures.place", ["number": "\(state.index + 1)", "count": "\(count)"])
    return (words + (count > 1 ? [place] : [])).joined(separator: " · ")
  }

  /// What the page waits for; nil for nothing.
  static func busy(_ state: PictureScreen.State, _ world: World) -> BusyWords? {
    switch state.phase {
    case .fetching(let since): BusyWords(say("pictures.fetching"), since: since, at: world.now)
    case .drawing(_, let since): BusyWords(say("pictures.drawing"), since: since, at: world.now)
    case .asking, .shown, .failed: nil
    }
  }
}

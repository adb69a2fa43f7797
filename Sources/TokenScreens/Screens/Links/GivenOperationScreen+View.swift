import TokenModel

extension GivenOperationScreen {
  static func isPage(_ state: State) -> Bool { state.phase != .typing }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    switch state.phase {
    case .typing: break  // The fields are drawn by themselves.
    case .asking(let since):
      guard let words = BusyWords(say("links.looking"), since: since, at: world.now).shown
      else { break }
      page.text(say("given.title"), Style(.title, .bold))
      page.blank()
      page.text(words, Style(.muted))
    case .failed(let failure):
      page.text(say("links.not-opened"), Style(.title, .bold))
      page.blank()
      page.failure(failure, in: .link)
    case .differs(let operation): write(operation, state, &page)
    }
    return page
  }

  /// Both data in full, so that somebody who knows what they mean sees the difference.
  private static func write(
    _ operation: UserOperation, _ state: State, _ page: inout TextPage
  ) {
    page.text(say("given.differs"), Style(.danger, .bold), sign: "✗")
    let place = zip(operation.data.utf8, state.data.text.utf8).prefix { $0 == $1 }.count + 1
    page.text(say("given.differs-at", ["place": String(place)]), indent: 2)
    page.text(say("given.differs-next"), indent: 2)
    for (label, data) in [
      (say("given.at-bank"), operation.data), (say("given.from-you"), state.data.text),
    ] {
      page.blank()
      page.text(label, Style(.muted))
      var inner = page.inner
      inner.exact(SignedDataScreen.escaped(data), Style(.accent))
      page.foreign(inner)
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    guard state.phase == .typing else { return }
    let column = PageFrame.column(world.area)
    let isRoomy = column.rows >= 12
    var page = TextPage(width: column.columns)
    page.text(say("given.title"), Style(.title, .bold))
    page.text(isRoomy ? say("given.hint") : say("given.hint-short"))
    page.view(&canvas, column)
    let labels = [say("given.identifier"), say("given.data")]
    let start = column.column + 2 + (labels.map { DisplayWidth.of($0) }.max() ?? 0)
    let columns = max(1, column.endColumn - start)
    for (number, label) in labels.enumerated() {
      let row = column.row + page.lines.count + (isRoomy ? 1 : 0) + number * (isRoomy ? 2 : 1)
      let isFocused = (number == 0) == (state.focus == .id)
      canvas.text(label, column.column, row, isFocused ? Style(.text, .bold) : Style(.muted))
      if number == 0 {
        state.id.view(&canvas, start, row, columns: columns, isFocused: isFocused)
      } else {
        state.data.view(&canvas, start, row, columns: columns, isFocused: isFocused)
        drawCount(state.data, &canvas, column.slice(from: row + 1 - column.row, rows: .max))
      }
      canvas.target(
        Rect(column: column.column, row: row, columns: column.columns, rows: 1), .row(number))
    }
  }

  private static func drawCount(_ data: DataField, _ canvas: inout Canvas, _ area: Rect) {
    var page = TextPage(width: area.columns)
    if data.text.isEmpty {
      page.text(say("given.no-data-hint"), Style(.muted))
    } else {
      page.text(say("given.bytes", count: data.text.utf8.count), Style(.muted))
    }
    if data.hasBlankEdge { page.text(say("given.blank-edge"), Style(.warning), sign: "!") }
    page.view(&canvas, area)
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .asking(let since) = state.phase else { return nil }
    return BusyWords("", since: since, at: world.now).nextChange
  }
}

extension FailureWords {
  /// Without the data nothing can be signed.
  static var noData: FailureWords {
    FailureWords(
      say("given.no-data"), say("given.no-data-means"), say("given.no-data-next"))
  }
}

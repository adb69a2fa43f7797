import TokenModel

/// Draws the history: only the rows that can be seen are looked at.
enum HistoryView {
  /// Rows of one entry: two lines, and a blank one where there is room.
  private static func rowHeight(_ world: World) -> Int { world.area.rows >= 12 ? 3 : 2 }

  static func visible(_ state: HistoryScreen.State, _ world: World) -> Int {
    // The blank line below the last entry is not needed.
    let rows = world.area.rows - banner(state, world).count + (rowHeight(world) == 3 ? 1 : 0)
    return max(1, rows / rowHeight(world))
  }

  static func draw(_ state: HistoryScreen.State, _ world: World, _ canvas: inout Canvas) {
    guard !state.entries.isEmpty else { return drawNothing(state, world, &canvas) }
    var row = world.area.row
    for line in banner(state, world) {
      canvas.text(line, 2, row, Style(.warning), room: world.area.columns - 4)
      row += 1
    }
    let (height, visible) = (rowHeight(world), visible(state, world))
    for line in 0..<visible {
      let index = state.cursor.offset + line
      guard let entry = state.entry(index) else { break }
      let area = Rect(column: 0, row: row + line * height, columns: world.area.columns, rows: 2)
      HistoryRowView(entry).draw(world, isSelected: index == state.cursor.index, &canvas, area)
      canvas.target(area, .row(index))
    }
    PageFrame.marks(
      above: state.cursor.offset,
      below: state.entries.count - state.cursor.offset - visible, &canvas, world.area)
  }

  /// Lines about the list as a whole.
  private static func banner(_ state: HistoryScreen.State, _ world: World) -> [String] {
    var lines: [String] = []
    if let failure = state.failure, let received = state.receivedAt {
      let happened = FailureWords(failure).happened
      let fits = DisplayWidth.of(happened) <= world.area.columns - 6
      lines.append("! " + (fits ? happened : say("history.no-news")))
      lines.append("  " + say("history.old", ["age": TimeWords.age(of: received, at: world.now)]))
    }
    if let list = state.list, list.unreadable > 0 {
      lines.append("! " + say("history.unreadable", count: list.unreadable))
    }
    return lines
  }

  private static func drawNothing(
    _ state: HistoryScreen.State, _ world: World, _ canvas: inout Canvas
  ) {
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    words(state, &page)
    page.view(&canvas, column)
    guard state.list == nil, state.failure == nil else { return }
    PageFrame.button(
      .enter, say("history.show"), &canvas, column.column, column.row + page.lines.count + 1)
  }

  /// What stands where there is no entry: why, and what comes next.
  private static func words(_ state: HistoryScreen.State, _ page: inout TextPage) {
    if let list = state.list {
      page.text(say("history.empty"), Style(.title, .bold))
      page.text(say("history.empty-means"), Style(.muted))
      if list.unreadable > 0 {
        page.text(say("history.unreadable", count: list.unreadable), Style(.warning), sign: "!")
      }
    } else if case .serverCannot(.history, _) = state.failure {
      page.text(say("history.missing"), Style(.title, .bold))
      page.text(say("history.missing-means"), Style(.muted))
      page.blank()
      page.text(say("history.ask-again"), Style(.muted))
    } else if let failure = state.failure {
      page.failure(failure)
      page.blank()
      page.text(say("history.ask-again"), Style(.muted))
    } else {
      page.text(say("history.closed"), Style(.title, .bold))
      page.text(say("history.why"), Style(.muted))
    }
  }
}

/// One entry in the history: title, amount and day, and below what became of it.
struct HistoryRowView {
  private let entry: UserOperation
  private let title: String
  private let amount: String?
  private let message: String

  /// A list shows the beginning only; a hostile text of a megabyte costs no more than this.
  private static let longest = 300

  init(_ entry: UserOperation) {
    self.entry = entry
    title = DisplayText(String(entry.form.title.prefix(Self.longest))).singleLine
    message = DisplayText(String(entry.form.message.prefix(Self.longest))).singleLine
    amount = OperationText.amount(entry)?.singleLine
  }

  func draw(_ world: World, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect) {
    // Only the mark moves: a step in the list writes a few bytes, on a slow line too.
    if isSelected {
      for row in area.row..<area.endRow { canvas.glyph("▌", 1, row, Style(.accent, .bold)) }
      canvas.cursor(1, area.row)
    }
    let isWide = area.columns >= 60
    var end = area.endColumn - 1
    if let date = entry.created {
      let when = MessageWords.when(date, at: world.now)
      canvas.text(when, endingAt: end, area.row, Style(.muted))
      // A column of its own, so that amounts stand below one another.
      end -= (isWide ? Self.dateColumns : DisplayWidth.of(when)) + 2
    }
    let besideTitle = isWide && DisplayWidth.of(amount ?? "") <= area.columns / 2 - 10
    if besideTitle, let amount {
      end = canvas.text(amount, endingAt: end, area.row, Style(.money, .bold)) - 2
    }
    canvas.text(title, 4, area.row, Style(.title, .bold), room: end - 4)
    drawFate(besideTitle ? nil : amount, &canvas, area)
  }

  /// Columns of `2026-06-29`.
  private static let dateColumns = 10

  private func drawFate(_ amount: String?, _ canvas: inout Canvas, _ area: Rect) {
    let mark = HistoryWords.mark(of: entry.status)
    let row = area.row + 1
    canvas.text(mark.sign, 2, area.row, Style(mark.role, .bold))
    let room = area.columns - 6
    let next = canvas.text(entry.status.word, 4, row, Style(mark.role), room: room)
    let rest = [HistoryWords.reason(entry), amount, message].compactMap { $0 }
      .filter { !$0.isEmpty }
    guard !rest.isEmpty else { return }
    canvas.text(
      " · " + rest.joined(separator: " · "), next, row, Style(.muted), room: room + 4 - next)
  }
}

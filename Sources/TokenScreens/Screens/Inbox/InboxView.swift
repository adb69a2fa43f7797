import TokenModel

/// Draws the list of messages: only the rows that can be seen are looked at.
enum InboxView {
  /// Rows of one message: two lines, and a blank one where there is room.
  private static func rowHeight(_ world: World) -> Int { world.area.rows >= 12 ? 3 : 2 }

  private static func headRows(_ state: InboxScreen.State, _ world: World) -> Int {
    banner(state, world).count + (state.filter == nil ? 0 : 1)
  }

  static func visible(_ state: InboxScreen.State, _ world: World) -> Int {
    // The blank line below the last message is not needed.
    let rows = world.area.rows - headRows(state, world) + (rowHeight(world) == 3 ? 1 : 0)
    return max(1, rows / rowHeight(world))
  }

  static func draw(_ state: InboxScreen.State, _ world: World, _ canvas: inout Canvas) {
    var row = world.area.row
    for (line, style) in banner(state, world) {
      canvas.text(line, 2, row, style, room: world.area.columns - 4)
      row += 1
    }
    if let filter = state.filter {
      draw(filter, state, world, &canvas, row)
      row += 1
    }
    guard state.count(world) > 0 else { return drawNothing(state, world, &canvas, row) }
    let (height, visible) = (rowHeight(world), visible(state, world))
    for line in 0..<visible {
      let index = state.cursor.offset + line
      guard let message = state.message(index, world) else { break }
      let area = Rect(
        column: 0, row: row + line * height, columns: world.area.columns, rows: 2)
      MessageRowView(message).draw(
        world, isSelected: index == state.cursor.index, &canvas, area)
      canvas.target(area, .row(index))
    }
    PageFrame.marks(
      above: state.cursor.offset, below: state.count(world) - state.cursor.offset - visible,
      &canvas, world.area)
  }

  private static func draw(
    _ filter: InboxFilter, _ state: InboxScreen.State, _ world: World, _ canvas: inout Canvas,
    _ row: Int
  ) {
    let loaded = world.inbox.messages.count
    let values: KeyValuePairs = [
      "count": String(filter.matches.count), "whole": String(loaded),
    ]
    let count = world.inbox.isComplete ? say("inbox.of", values) : say("inbox.of-loaded", values)
    let end = canvas.text(count, endingAt: world.area.columns - 2, row, Style(.muted))
    canvas.text("/", 1, row, Style(.key, .bold))
    filter.field.view(
      &canvas, 2, row, columns: max(4, end - 4), isFocused: state.isFiltering)
  }

  /// Lines about the list as a whole.
  private static func banner(
    _ state: InboxScreen.State, _ world: World
  ) -> [(String, Style)] {
    let inbox = world.inbox
    var lines: [(String, Style)] = []
    guard let received = inbox.receivedAt else { return [] }
    if let failure = inbox.failure {
      let happened = FailureWords(failure).happened
      let fits = DisplayWidth.of(happened) <= world.area.columns - 6
      lines += [
        ("! " + (fits ? happened : say("inbox.no-news")), Style(.warning)),
        (
          "  " + say("frame.list-age", ["age": TimeWords.age(of: received, at: world.now)]),
          Style(.warning)
        ),
      ]
    } else if state.isLoadingAll {
      lines.append(
        (say("inbox.loading-all", count: inbox.messages.count), Style(.muted)))
    }
    if inbox.unreadable > 0 {
      let words = "! " + say("inbox.unreadable", count: inbox.unreadable)
      lines.append((words, Style(.warning)))
    }
    return lines
  }

  private static func drawNothing(
    _ state: InboxScreen.State, _ world: World, _ canvas: inout Canvas, _ row: Int
  ) {
    let column = PageFrame.column(world.area)
    var page = TextPage(width: column.columns)
    words(state, world, &page)
    let top = max(row + 1, column.row)
    page.view(
      &canvas,
      Rect(column: column.column, row: top, columns: column.columns, rows: world.area.endRow - top))
  }

  /// What stands where there is no message: why, and what comes next.
  private static func words(
    _ state: InboxScreen.State, _ world: World, _ page: inout TextPage
  ) {
    let inbox = world.inbox
    if state.filter != nil {
      page.text(inbox.isComplete ? say("inbox.none-contains") : say("inbox.no-loaded-contains"))
      page.text(say("frame.esc-clears"), Style(.muted))
    } else if inbox.isMissing {
      page.text(say("inbox.missing"), Style(.title, .bold))
      page.text(say("inbox.missing-means"), Style(.muted))
      page.blank()
      page.text(say("inbox.missing-next"), Style(.muted))
    } else if inbox.receivedAt != nil {
      page.text(say("inbox.empty"), Style(.title, .bold))
      page.text(say("inbox.empty-means"), Style(.muted))
    } else if let failure = inbox.failure {
      page.failure(failure)
      page.blank()
      page.text(say("frame.r-again"), Style(.muted))
    } else if let since = inbox.loadingSince,
      let busy = BusyWords(say("inbox.asking"), since: since, at: world.now).shown
    {
      page.text(busy, Style(.muted))
    }
  }

  static func nextChange(_ state: InboxScreen.State, _ world: World) -> Int64? {
    let inbox = world.inbox
    if inbox.receivedAt == nil, let since = inbox.loadingSince {
      return BusyWords("", since: since, at: world.now).nextChange
    }
    return inbox.receivedAt != nil && inbox.failure != nil ? 60_000 : nil
  }
}

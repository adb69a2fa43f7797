import TokenModel

/// Draws the list: only the rows that can be seen are looked at.
enum OperationsView {
  /// Rows of one operation: two lines, and a blank one where there is room.
  private static func rowHeight(_ world: World) -> Int { world.area.rows >= 12 ? 3 : 2 }

  /// Rows above the list: what is wrong or missing, and the filter.
  private static func headRows(_ state: OperationsScreen.State, _ world: World) -> Int {
    banner(world).count + (state.filter == nil ? 0 : 1)
  }

  static func visible(_ state: OperationsScreen.State, _ world: World) -> Int {
    // The blank line below the last operation is not needed.
    let rows = world.area.rows - headRows(state, world) + (rowHeight(world) == 3 ? 1 : 0)
    return max(1, rows / rowHeight(world))
  }

  static func draw(_ state: OperationsScreen.State, _ world: World, _ canvas: inout Canvas) {
    var row = world.area.row
    for line in banner(world) {
      canvas.text(line, 2, row, Style(.warning), room: world.area.columns - 4)
      row += 1
    }
    if let filter = state.filter {
      draw(filter, state, world, &canvas, row)
      row += 1
    }
    guard state.count(world) > 0 else { return EmptyList.draw(state, world, &canvas, row) }
    let height = rowHeight(world)
    for line in 0..<visible(state, world) {
      let index = state.cursor.offset + line
      guard let operation = state.operation(index, world) else { break }
      let area = Rect(
        column: 0, row: row + line * height, columns: world.area.columns, rows: 2)
      OperationRowView(operation, isSelected: index == state.cursor.index)
        .draw(world, &canvas, area)
      canvas.target(area, .row(index))
    }
    PageFrame.marks(
      above: state.cursor.offset,
      below: state.count(world) - state.cursor.offset - visible(state, world), &canvas, world.area)
  }

  private static func draw(
    _ filter: OperationFilter, _ state: OperationsScreen.State, _ world: World,
    _ canvas: inout Canvas, _ row: Int
  ) {
    let count = say(
      "operations.of",
      ["found": String(filter.matches.count), "all": String(world.feed.operations.count)])
    let end = canvas.text(count, endingAt: world.area.columns - 2, row, Style(.muted))
    canvas.text("/", 1, row, Style(.key, .bold))
    filter.field.view(
      &canvas, 2, row, columns: max(4, end - 4), isFocused: state.isFiltering)
  }

  /// Lines about the list as a whole.
  private static func banner(_ world: World) -> [String] {
    let feed = world.feed
    var lines: [String] = []
    if let trouble = feed.trouble, let received = feed.receivedAt {
      let happened = FailureWords(trouble.failure).happened
      let fits = DisplayWidth.of(happened) <= world.area.columns - 6
      lines.append("! " + (fits ? happened : say("operations.no-news")))
      lines.append(
        "  " + say("operations.old", ["age": TimeWords.age(of: received, at: world.now)]))
    }
    if feed.unreadable > 0 {
      lines.append("! " + say("operations.unreadable", count: feed.unreadable))
    }
    return lines
  }

  static func nextChange(_ state: OperationsScreen.State, _ world: World) -> Int64? {
    let feed = world.feed
    if feed.receivedAt == nil {
      guard feed.trouble == nil, let since = feed.loadingSince else { return nil }
      return BusyWords("", since: since, at: world.now).nextChange
    }
    let rows = state.cursor.offset..<state.cursor.offset + visible(state, world)
    let countdown = ValidityBar.nextChange(
      rows.lazy.compactMap { state.operation($0, world) }, at: world.now)
    let age: Int64? = feed.trouble == nil ? nil : 60_000
    return [countdown, age].compactMap { $0 }.min()
  }
}

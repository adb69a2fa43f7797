import TokenModel

/// Draws the list of profiles: two lines each, the open one marked.
enum ProfilesView {
  /// Rows of one profile; a blank one follows where there is room.
  private static func rowHeight(_ world: World) -> Int { world.area.rows >= 12 ? 3 : 2 }

  /// Title, and what is being done or was refused.
  private static func head(_ state: ProfilesScreen.State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    page.text(say("profiles.title"), Style(.title, .bold))
    if let switching = state.switching, let words = busy(switching, world).shown {
      page.text(words, Style(.muted))
    } else if let refusal = state.refusal {
      page.text(DisplayText(refusal).singleLine, Style(.danger, .bold), sign: "✗")
    }
    if world.area.rows >= 12 { page.blank() }
    return page
  }

  static func visible(_ state: ProfilesScreen.State, _ world: World) -> Int {
    let rows = PageFrame.column(world.area).rows - head(state, world).lines.count
    let height = rowHeight(world)
    return max(1, (rows + height - 2) / height)
  }

  static func draw(_ state: ProfilesScreen.State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let head = head(state, world)
    head.view(&canvas, column)
    guard let entries = state.entries else { return }
    var row = column.row + head.lines.count
    let visible = visible(state, world)
    for (place, entry) in entries.enumerated().dropFirst(state.cursor.offset).prefix(visible) {
      let area = Rect(
        column: column.column - 1, row: row, columns: column.columns + 1, rows: 2)
      draw(entry, isSelected: place == state.cursor.index, world, &canvas, area)
      canvas.target(area, .row(place))
      row += rowHeight(world)
    }
    PageFrame.marks(
      above: state.cursor.offset, below: entries.count - state.cursor.offset - visible, &canvas,
      world.area)
  }

  private static func draw(
    _ entry: ProfileEntry, isSelected: Bool, _ world: World, _ canvas: inout Canvas, _ area: Rect
  ) {
    let style = isSelected ? Style(.selection) : .plain
    if isSelected {
      canvas.fill(area, style)
      for row in area.row..<area.endRow { canvas.glyph("▌", area.column, row, style) }
    }
    let mark = mark(entry, world)
    let end = canvas.text(
      mark.text, endingAt: area.endColumn - 1, area.row, isSelected ? style : mark.style)
    let name = DisplayText(entry.name).singleLine
    let title = entry.bank.map { DisplayText($0).singleLine + " · " + name } ?? name
    canvas.text(
      title, area.column + 1, area.row, Style(style.role, .bold), room: end - area.column - 3)
    canvas.text(
      detail(entry, world), area.column + 1, area.row + 1, isSelected ? style : Style(.muted),
      room: area.columns - 2)
  }

  private static func mark(
    _ entry: ProfileEntry, _ world: World
  ) -> (text: String, style: Style) {
    if entry.name == world.context.profile { return (say("profiles.is-open"), Style(.live)) }
    if entry.problem != nil { return (say("profiles.unusable"), Style(.danger)) }
    return entry.activation == nil
      ? (say("profiles.sign-not-activated"), Style(.muted))
      : (say("profiles.activated"), Style(.success))
  }

  /// What is wrong, else where it leads.
  private static func detail(_ entry: ProfileEntry, _ world: World) -> String {
    if let problem = entry.problem { return DisplayText(problem).singleLine }
    let device = entry.activation.map { DisplayText($0.deviceName).singleLine }
    return [standing(entry, world), device, entry.server.map { DisplayText($0).singleLine }]
      .compactMap { $0 }.joined(separator: " · ")
  }

  /// How the activation of the open profile stands; of the others only this device has been asked.
  private static func standing(_ entry: ProfileEntry, _ world: World) -> String? {
    guard entry.name == world.context.profile else { return nil }
    if entry.activation == nil { return say("profiles.not-activated") }
    return world.status.map { StatusWords.standing($0).0 }
  }

  static func busy(_ switching: ProfilesScreen.Switching, _ world: World) -> BusyWords {
    let name = DisplayText(switching.name).singleLine
    return BusyWords(say("profiles.busy", ["name": name]), since: switching.since, at: world.now)
  }
}

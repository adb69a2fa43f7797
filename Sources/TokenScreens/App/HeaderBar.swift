import TokenModel

/// The first row: who speaks, and how fresh the news is.
enum HeaderBar {
  /// Columns below which a name that is cut off says too little.
  private static let leastName = 10

  static func view(
    _ state: AppState, _ route: Route, _ world: World, _ canvas: inout Canvas
  ) {
    var end = state.size.columns - 1
    if world.context.isSandbox {
      end = canvas.text(say("frame.sandbox"), endingAt: end, 0, Style(.warning, .bold)) - 2
    }
    switch route.chrome {
    case .page(let back):
      end = route.headline(world, &canvas, endingAt: end) - 2
      if world.feed.isOffline {
        end = canvas.text(say("frame.offline"), endingAt: end, 0, Style(.stale)) - 2
      }
      let title = canvas.text("‹ " + back, 1, 0, Style(.banner), room: end - 1)
      canvas.target(Rect(column: 0, row: 0, columns: title + 1, rows: 1), .key("q"))
      banner(to: whose(world, behind: title, &canvas, endingAt: end), &canvas)
    case .tab(let tab):
      end = live(world, &canvas, endingAt: end) - 2
      let isCompact = Layout(state.size, route.chrome).tabsRow == nil
      name(isCompact ? tabTitle(tab, world) : "Countersign", world, &canvas, endingAt: end)
    case .plain, .dialog:
      name("Countersign", world, &canvas, endingAt: end)
    }
  }

  private static func name(
    _ title: String, _ world: World, _ canvas: inout Canvas, endingAt end: Int
  ) {
    let next = canvas.text(title, 1, 0, Style(.banner, .bold), room: end - 1)
    banner(to: whose(world, behind: next, &canvas, endingAt: end), &canvas)
  }

  /// Bank and profile, or the bank as far as it fits: who asks must be clear on every page. Returns
  /// the column behind it.
  private static func whose(
    _ world: World, behind column: Int, _ canvas: inout Canvas, endingAt end: Int
  ) -> Int {
    let start = column + 3
    let profile = DisplayText(world.context.profile).singleLine
    let bank = world.context.bank.map { DisplayText($0).singleLine }
    let forms = bank.map { [$0 + " · " + profile, $0] } ?? [profile]
    let room = end - start
    guard let text = forms.first(where: { DisplayWidth.of($0) <= room }) ?? forms.last,
      DisplayWidth.of(text) <= room || room >= leastName
    else { return column }
    for blank in column..<start { canvas.glyph(" ", blank, 0, Style(.banner)) }
    return canvas.text(text, start, 0, Style(.banner), room: room)
  }

  /// The profile's colour reaches one column beyond the text on both sides.
  private static func banner(to column: Int, _ canvas: inout Canvas) {
    canvas.glyph(" ", 0, 0, Style(.banner))
    canvas.glyph(" ", column, 0, Style(.banner))
  }

  /// A sign, a word and a time: of the latest news, or since when there are none.
  private static func live(
    _ world: World, _ canvas: inout Canvas, endingAt end: Int
  ) -> Int {
    let isWide = world.size.columns >= 60
    if let trouble = world.feed.trouble {
      let time = isWide ? TimeWords.shortClock(trouble.since, in: world.now) : nil
      let words = noNews(isOffline: world.feed.isOffline, since: time)
      return canvas.text(words, endingAt: end, 0, Style(.stale))
    }
    guard let date = world.feed.receivedAt else {
      return canvas.text(say("frame.connecting"), endingAt: end, 0, Style(.muted))
    }
    let time = TimeWords.clock(date, in: world.now)
    return canvas.text(
      isWide ? say("frame.live", ["time": time]) : "● \(time)", endingAt: end, 0, Style(.live))
  }

  private static func noNews(isOffline: Bool, since time: String?) -> String {
    switch (isOffline, time) {
    case (true, let time?): say("frame.offline-since", ["time": time])
    case (true, nil): say("frame.offline")
    case (false, let time?): say("frame.no-news-since", ["time": time])
    case (false, nil): say("frame.no-news")
    }
  }

  static func tabs(_ current: Tab, _ world: World, _ canvas: inout Canvas, _ row: Int) {
    var column = 2
    for tab in world.tabs {
      let style = tab == current ? Style(.title, [.bold, .underline]) : Style(.chrome)
      let start = column
      canvas.text(String(tab.rawValue), column, row, Style(.key))
      column = canvas.text(tabTitle(tab, world), column + 2, row, style)
      canvas.target(
        Rect(column: start, row: row, columns: column - start, rows: 1),
        .key(tab.key))
      column += 3
    }
  }

  private static func tabTitle(_ tab: Tab, _ world: World) -> String {
    let count: Int? =
      switch tab {
      case .operations: world.feed.operations.count
      case .inbox: world.inbox.badge
      case .history, .offline, .settings: nil
      }
    return count.flatMap { $0 > 0 ? "\(tab.name) \($0)" : nil } ?? tab.name
  }
}

import TokenModel

extension App {
  /// The picture of `state` at `now`.
  public static func view(_ state: AppState, at now: Moment) -> Frame {
    Language.$current.withValue(state.world.language) { draw(state, at: now) }
  }

  private static func draw(_ state: AppState, at now: Moment) -> Frame {
    var state = state
    state.world.now = now
    var canvas = Canvas(size: state.size)
    if Layout.isTooSmall(state.size) {
      TooSmallPage.view(state.size, &canvas)
    } else {
      state.draw(&canvas)
    }
    return canvas.frame
  }

  /// When the picture changes by itself, for a countdown or a notice that ends; nil for never.
  public static func nextRedraw(_ state: AppState, after now: Moment) -> Moment? {
    guard !Layout.isTooSmall(state.size) else { return nil }
    return Language.$current.withValue(state.world.language) { wake(state, after: now) }
  }

  private static func wake(_ state: AppState, after now: Moment) -> Moment? {
    var state = state
    state.world.now = now
    var waits = state.visible.map { state.routes[$0].nextChange(state.world(for: $0)) }
    waits.append(state.notice.map { $0.until - now.monotonicMilliseconds })
    return waits.compactMap { $0 }.filter { $0 > 0 }.min().map(now.after(milliseconds:))
  }
}

extension AppState {
  /// Indices of the screens that can be seen: the top one, and what its dialogs stand over.
  fileprivate var visible: Range<Int> {
    let base = routes.lastIndex { $0.chrome != .dialog } ?? 0
    return base..<routes.count
  }

  fileprivate func draw(_ canvas: inout Canvas) {
    let base = visible.lowerBound
    let chrome = routes[base].chrome
    let layout = Layout(size, chrome)
    HeaderBar.view(self, routes[base], world(for: base), &canvas)
    if let row = layout.tabsRow, case .tab(let tab) = chrome {
      HeaderBar.tabs(tab, world, &canvas, row)
      canvas.rule(row + 1)
    }
    canvas.rule(1)
    canvas.rule(layout.noticeRow)
    for index in visible {
      if index > base { canvas.coverTargets() }
      let world = world(for: index)
      canvas.clip = world.area
      routes[index].view(world, &canvas)
      canvas.clip = canvas.frame.bounds
    }
    if let notice, notice.until > world.now.monotonicMilliseconds {
      draw(notice, &canvas, layout.noticeRow)
    }
    FooterBar.view(self, &canvas, layout.footerRow)
  }

  private func draw(_ notice: Notice, _ canvas: inout Canvas, _ row: Int) {
    let room = size.columns - 2
    let text = notice.sign + " " + notice.text
    // Where something is decided, no line that counts as seen may lie under it.
    let lines = top.isDecision ? [text] : TextWrap.lines(text, width: room)
    let rows = min(lines.count, Self.mostNoticeRows)
    let area = Rect(
      column: 0, row: row + 1 - rows, columns: size.columns, rows: rows)
    canvas.cover(area)
    for (offset, line) in lines.prefix(rows).enumerated() {
      canvas.text(line, 1, area.row + offset, notice.style, room: room)
    }
  }

  /// A narrow window gives a long notice some rows of the page.
  private static let mostNoticeRows = 3
}

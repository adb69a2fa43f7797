import TokenModel

/// The bank's text in its box, and below it the way on in our words.
extension PreApprovalScreenPage {
  /// Enough rows for a gap above the controls, and for one button below the other.
  private static func isTall(_ world: World) -> Bool { PageFrame.column(world.area).rows >= 10 }
  private static func isWide(_ world: World) -> Bool { world.area.columns >= 60 }

  /// Rows for the controls, the gap above them included.
  private static func controlRows(_ state: State, _ world: World) -> Int {
    let isTall = isTall(world)
    let gap = isTall ? 1 : 0
    if state.hasSlider { return gap + 2 + (isTall && isWide(world) ? 1 : 0) }
    let isStacked = isTall && isWide(world) && state.screen.controls.axis == .vertical
    return gap + (isStacked ? buttonCount(state) : 1)
  }

  /// The way on, and one or two ways back.
  private static func buttonCount(_ state: State) -> Int {
    1 + (state.offersBack ? 1 : 0) + (state.screen.controls.decline?.kind == .back ? 0 : 1)
  }

  /// All but the rows of the controls.
  static func textArea(_ state: State, _ world: World) -> Rect {
    let column = PageFrame.column(world.area)
    return column.slice(from: 0, rows: column.rows - controlRows(state, world))
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let area = textArea(state, world)
    let page = page(state, world)
    page.view(&canvas, area, from: state.reading.offset)
    let rows = controlRows(state, world)
    let controls = Rect(
      column: area.column, row: world.area.endRow - rows, columns: area.columns, rows: rows)
    if state.hasSlider {
      drawSlider(state, world, page, &canvas, controls)
    } else {
      drawButtons(buttons(state, world), state, world, &canvas, controls)
    }
    let left = state.reading.below(page, visible: area.rows)
    if left > 0 {
      let row = isTall(world) || state.hasSlider ? controls.row : controls.endRow - 1
      canvas.text(
        left.wordsBelow(in: world), endingAt: area.endColumn, row, Style(.warning, .bold))
    }
  }

  static func page(_ state: State, _ world: World) -> TextPage {
    var page = TextPage(width: PageFrame.column(world.area).columns)
    let count = state.screens.count
    let place = say(
      "preapproval.place", ["page": String(state.index + 1), "count": String(count)])
    page.text(say("preapproval.intro") + (count > 1 ? " " + place : ""), Style(.muted))
    page.blank()
    page.foreign(text(state, page.inner))
    if state.screen.kind == .qrScan {
      page.blank()
      if state.hasCode {
        page.text(say("preapproval.scan-done"), Style(.success), sign: "✓")
      } else {
        page.text(say("preapproval.scan-missing"), Style(.warning), sign: "!")
      }
    }
    return page
  }
}

/// What the bank wrote.
extension PreApprovalScreenPage {
  /// With its own words for the buttons, behind the keys: what these do is said outside.
  private static func text(_ state: State, _ page: TextPage) -> TextPage {
    var page = PreApprovalText.page(state.screen, in: page)
    let controls = state.screen.controls
    page.blank()
    if let text = controls.approve.text {
      label(text, state.hasSlider ? .right : acceptKey, &page)
    }
    if let decline = controls.decline, let text = decline.text {
      // Back from the first page is leaving it.
      let back = state.offersBack ? backKey(state) : .escape
      label(text, decline.kind == .back ? back : rejectKey(state), &page)
    }
    return page
  }

  private static func label(_ text: String, _ key: Key, _ page: inout TextPage) {
    page.text(DisplayText(text).singleLine, sign: "[\(key.name)]")
  }
}

/// The controls.
extension PreApprovalScreenPage {
  struct Button: Equatable {
    let key: Key
    let label: String
    let style: Style
    var isOpen = true
  }

  /// In the order in which they stand: back and reject before the way on, unless they are flipped.
  private static func buttons(_ state: State, _ world: World) -> [Button] {
    let isFlipped = state.screen.controls.isFlipped
    var back: [Button] = []
    if state.offersBack {
      back.append(Button(key: backKey(state), label: say("preapproval.back"), style: .plain))
    }
    if state.screen.controls.decline?.kind != .back {
      back.append(
        Button(
          key: rejectKey(state), label: say("preapproval.reject"),
          style: isFlipped ? Style(.danger, .bold) : Style(.danger)))
    }
    guard !state.hasSlider else { return back }
    // A narrow window needs the rest of the row for what is left to read.
    let isShort = !isWide(world) && state.secondsLeft(at: world.now) > 0
    let label = isShort ? say("preapproval.accept-short") : say("preapproval.accept")
    let accept = Button(
      key: acceptKey, label: counted(label, state, world),
      style: isFlipped ? Style(.muted) : .plain, isOpen: isReadable(state, world))
    return isFlipped ? [accept] + back : back + [accept]
  }

  /// Open once the present picture has been seen, so that the button does not blink.
  private static func isReadable(_ state: State, _ world: World) -> Bool {
    let isReady = state.screen.kind != .qrScan || state.hasCode
    return isReady && state.secondsLeft(at: world.now) == 0
      && state.reading.isRead(page(state, world), visible: textArea(state, world).rows)
  }

  private static func drawButtons(
    _ buttons: [Button], _ state: State, _ world: World, _ canvas: inout Canvas, _ area: Rect
  ) {
    let isStacked = state.screen.controls.axis == .vertical && isTall(world) && isWide(world)
    var (column, row) = (area.column, isStacked ? area.endRow - buttons.count : area.endRow - 1)
    // Where room is short the footer names the ways back.
    for button in buttons where isWide(world) || button.key == acceptKey {
      let end = PageFrame.button(
        button.key, button.label, &canvas, column, row, button.style, isOpen: button.isOpen)
      if isStacked { row += 1 } else { column = end + 3 }
    }
  }

  private static func drawSlider(
    _ state: State, _ world: World, _ page: TextPage, _ canvas: inout Canvas, _ area: Rect
  ) {
    let isTall = isTall(world)
    let row = area.row + (isTall ? 1 : 0)
    let isOpen = isReadable(state, world)
    // A narrow window needs the rest of the row for what is left to read.
    let columns = isWide(world) ? min(26, area.columns / 2) : max(10, area.columns - 17)
    let track = Rect(column: area.column, row: row, columns: columns, rows: 1)
    state.slider.view(&canvas, track, at: world.now, isOpen: isOpen)
    if isTall || state.reading.below(page, visible: textArea(state, world).rows) == 0 {
      canvas.text(
        hint(state, world), track.endColumn + 2, row, Style(isOpen ? .text : .muted),
        room: area.endColumn - track.endColumn - 2)
    }
    let start = canvas.text(
      say("preapproval.word-prompt", ["word": word]) + " ", area.column, row + 1,
      isOpen ? Style(.text, .bold) : Style(.muted))
    state.word.view(&canvas, start, row + 1, columns: 10, isFocused: true)
    if isTall, isWide(world) {
      drawButtons(buttons(state, world), state, world, &canvas, area)
    }
  }

  private static func hint(_ state: State, _ world: World) -> String {
    let seconds = state.secondsLeft(at: world.now)
    guard isWide(world) else {
      return counted(say("preapproval.slide-short"), state, world)
    }
    return seconds > 0 ? say("preapproval.wait", count: seconds) : say("preapproval.slide")
  }
}

import TokenModel

/// One operation in the list: title, amount and time left, and below what it is about.
struct OperationRowView {
  private let operation: UserOperation
  private let isSelected: Bool
  private let title: String
  /// What the bank's template puts above the message; nil without one.
  private let header: String?
  private let message: String
  /// What tells this payment from another of the same words.
  private let payee: String?
  private let amount: String?
  private let hidesSomething: Bool

  /// A list shows the beginning only; a hostile text of a megabyte costs no more than this.
  private static let longest = 300

  init(_ operation: UserOperation, isSelected: Bool) {
    self.operation = operation
    self.isSelected = isSelected
    let entry = operation.listEntry
    let texts = [entry.title, entry.header, entry.message].map { $0.map(Self.safe) }
    title = texts[0]?.singleLine ?? ""
    header = texts[1]?.singleLine
    message = texts[2]?.singleLine ?? ""
    payee = Self.payee(operation)
    let amount = OperationText.amount(operation)?.singleLine
    // A title that says the amount already needs it no second time.
    self.amount = amount.flatMap { [title] in title.contains($0) ? nil : $0 }
    hidesSomething = texts.contains { $0?.hidesCharacters ?? false || $0?.mixesScripts ?? false }
  }

  func draw(_ world: World, _ canvas: inout Canvas, _ area: Rect) {
    // Only the mark moves: a step in the list writes a few bytes, on a slow line too.
    if isSelected {
      for row in area.row..<area.endRow { canvas.glyph("▌", 1, row, Style(.accent, .bold)) }
      canvas.cursor(1, area.row)
    }
    drawFirst(world, &canvas, area)
    drawSecond(world, &canvas, area)
  }

  private func drawFirst(_ world: World, _ canvas: inout Canvas, _ area: Rect) {
    var end = area.endColumn - 1
    if let bar = ValidityBar(operation, at: world.now) {
      // A column of its own, so that amounts stand below one another.
      let start = bar.view(&canvas, endingAt: end, area.row)
      end = min(start, end - ValidityBar.columns - 5) - 2
    }
    if hasRoomForAmount(area), let amount {
      end = canvas.text(amount, endingAt: end, area.row, Style(.money, .bold)) - 2
    }
    canvas.text(title, 2, area.row, Style(.title, .bold), room: end - 2)
  }

  private func drawSecond(_ world: World, _ canvas: inout Canvas, _ area: Rect) {
    var start = 2
    if let mark = world.feed.marks[operation.id] {
      let word = mark == .new ? say("operations.mark-new") : say("operations.mark-changed")
      start = canvas.text("• " + word, start, area.row + 1, Style(.accent, .bold)) + 2
    }
    if hidesSomething {
      start = canvas.text(
        "! " + say("operations.unusual") + " ", start, area.row + 1, Style(.warning))
    }
    let room = area.columns - 2 - start
    let leading = [hasRoomForAmount(area) ? nil : amount].compactMap { $0 }
    let words = [header, message].compactMap { $0 }.filter { !$0.isEmpty }
    if area.columns < 60 {
      // The payee comes first: the message may be the same for all.
      let payee = whole(payee, after: leading, room: room)
      Self.draw(leading + payee + words, &canvas, start, area.row + 1, room)
    } else {
      let payee = whole(payee, after: [], room: room - Self.leastWords)
      let taken = payee.first.map { DisplayWidth.of(Self.gap + $0) } ?? 0
      let end = Self.draw(leading + words, &canvas, start, area.row + 1, room - taken)
      let gap = end > start ? [""] : []
      Self.draw(gap + payee, &canvas, end, area.row + 1, room)
    }
  }

  /// Between the parts of a line.
  private static let gap = " · "
  /// Columns of the message that stay beside a payee.
  private static let leastWords = 20

  /// An account that is cut looks like another one: it stands whole or not at all.
  private func whole(_ payee: String?, after leading: [String], room: Int) -> [String] {
    guard let payee, DisplayWidth.of((leading + [payee]).joined(separator: Self.gap)) <= room else {
      return []
    }
    return [payee]
  }

  @discardableResult
  private static func draw(
    _ parts: [String], _ canvas: inout Canvas, _ column: Int, _ row: Int, _ room: Int
  ) -> Int {
    guard parts != [""] else { return column }
    return canvas.text(parts.joined(separator: gap), column, row, Style(.muted), room: room)
  }

  /// An amount that does not fit beside the title opens the second line; it is never left out.
  private func hasRoomForAmount(_ area: Rect) -> Bool {
    area.columns >= 60 && DisplayWidth.of(amount ?? "") <= area.columns / 2 - 10
  }

  private static func payee(_ operation: UserOperation) -> String? {
    if let account = operation.payee { return AccountNumber.short(safe(account).singleLine) }
    let names = operation.form.attributes.lazy.compactMap { attribute -> String? in
      if case .party(let party) = attribute.content { party.name } else { nil }
    }
    return names.first.map { safe($0).singleLine }
  }

  private static func safe(_ text: String) -> DisplayText {
    DisplayText(String(text.prefix(longest)))
  }
}

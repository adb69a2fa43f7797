import TokenModel

/// Takes the activation code, forgiving, never masked, with a verdict while it is typed.
enum ActivationCodeScreen: Screen {
  struct State: Equatable, Sendable {
    /// The twenty characters without their dashes.
    var field: TextField
    /// Base64 of the bank's signature, when the code was pasted with it.
    var signature: String?
    /// Why the latest character or paste was not taken.
    var hint: String?

    init(offered: ActivationCode?) {
      field = TextField(
        offered.map { ActivationCodeTyping.corrected($0.text) } ?? "", limit: length)
      let parts = offered?.qrText.split(separator: "#", maxSplits: 1) ?? []
      signature = parts.count == 2 ? String(parts[1]) : nil
    }

    /// The code, once it is whole and its checksum fits.
    var code: ActivationCode? { try? verdict.get() }

    var verdict: Result<ActivationCode, ActivationCode.Fault> {
      let text = field.text + (signature.map { "#" + $0 } ?? "")
      return Result { () throws(ActivationCode.Fault) in try ActivationCode(typed: text) }
    }
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), next }

  /// Characters of a code without dashes.
  static let length = 20

  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: "next", help: "Goes on to the name of this device.", action: .next,
        whyNot: state.code == nil ? "The code is not complete and correct yet." : nil)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = state.field
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row, .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key):
      edit(&state, key)
      return []
    case .paste(let text):
      paste(&state, text)
      return []
    case .next:
      guard let code = state.code else { return [] }
      let draft = ActivationDraft(code: code, deviceName: world.context.deviceName)
      return [.push(Route(DeviceNameScreen.self, .init(draft)))]
    }
  }

  private static func edit(_ state: inout State, _ key: Key) {
    state.hint = nil
    let before = state.field.text
    if case .character(let character) = key {
      insert(&state, String(character))
    } else {
      state.field.take(key)
    }
    // The signature belongs to the code that it came with.
    if state.field.text != before { state.signature = nil }
  }

  private static func insert(_ state: inout State, _ text: String) {
    let corrected = ActivationCodeTyping.corrected(text)
    if let foreign = corrected.first(where: { !isCodeCharacter($0) }) {
      state.hint =
        "\u{201C}\(DisplayText(String(foreign)).singleLine)\u{201D} never occurs in a code."
      return
    }
    if !corrected.isEmpty, state.field.text.count == length {
      state.hint = "A code has 20 characters; these are all."
      return
    }
    state.field.insert(corrected)
  }

  private static func paste(_ state: inout State, _ text: String) {
    state.hint = nil
    let trimmed = text.filter { !$0.isWhitespace }
    guard let mark = trimmed.firstIndex(of: "#") else {
      state.signature = nil
      // A whole code takes the place of what stands there; a part joins it.
      if ActivationCodeTyping.corrected(trimmed).count >= length {
        state.field = TextField(limit: length)
      }
      return insert(&state, String(trimmed))
    }
    state.field = TextField(limit: length)
    insert(&state, String(trimmed[..<mark]))
    if state.hint == nil { state.signature = String(trimmed[trimmed.index(after: mark)...]) }
  }

  private static func isCodeCharacter(_ character: Character) -> Bool {
    ("A"..."Z").contains(character) || ("2"..."7").contains(character)
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    var row = ActivationStep.head(1, "Activation code", &canvas, column)
    groups(state, &canvas, column.column, row)
    row += 2
    var page = TextPage(width: column.columns)
    verdict(state, &page)
    if world.area.rows >= 12 {
      page.blank()
      page.text("Your bank shows the code, on a page or on paper.", Style(.muted))
      page.text("You may paste it, with or without the part behind #.", Style(.muted))
    }
    page.view(&canvas, column.slice(from: row - column.row, rows: .max))
  }

  /// Four groups of five cells joined by dashes.
  private static func groups(
    _ state: State, _ canvas: inout Canvas, _ column: Int, _ row: Int
  ) {
    let characters = Array(state.field.text)
    for place in 0..<length {
      let cell = column + place + place / 5 * 3
      if place > 0, place.isMultiple(of: 5) { canvas.glyph("-", cell - 2, row, Style(.muted)) }
      let glyph = place < characters.count ? characters[place] : "_"
      let style = place < characters.count ? Style(.field, .bold) : Style(.field)
      canvas.glyph(glyph, cell, row, style)
    }
    let cursor = min(state.field.cursor, length - 1)
    canvas.cursor(column + cursor + cursor / 5 * 3, row)
  }

  private static func verdict(_ state: State, _ page: inout TextPage) {
    if let hint = state.hint {
      page.text(hint, Style(.warning), sign: "!")
      guard state.field.text.count == length else { return }
    }
    switch state.verdict {
    case .success(let code):
      page.text("The code is well formed: its checksum fits.", Style(.success), sign: "✓")
      if code.signature != nil {
        page.text("Its signature is checked before anything is sent.", Style(.muted), indent: 2)
      }
    case .failure(.incomplete(let found)):
      page.text("\(found) of \(length) characters", Style(.muted), sign: "·")
    case .failure(.checksum):
      page.text(
        "There is a typing error in it: the checksum does not fit.", Style(.danger, .bold),
        sign: "✗")
    case .failure(let fault):
      page.text(FailureWords.code(fault).happened, Style(.danger, .bold), sign: "✗")
    }
  }
}

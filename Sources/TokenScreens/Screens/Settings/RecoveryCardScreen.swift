import TokenModel

/// Takes a recovery code and a PUK from a card; the second factor comes next.
enum RecoveryCardScreen: Screen {
  struct State: Equatable, Sendable {
    /// Twenty characters without dashes.
    var code = TextField(limit: codeLength)
    var puk = TextField(limit: pukLength)
    var focus = Field.code
    var hint: String?
  }

  enum Field: Equatable, Sendable { case code, puk }
  enum Action: Equatable, Sendable { case edit(Key), paste(String), focus(Field), next }

  private static let codeLength = 20
  private static let pukLength = 10

  static func chrome(_ state: State) -> Chrome { .page(back: "Recovery codes") }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: "next", help: "Goes on to the PUK, then to the PIN.", action: .next,
        whyNot: whyNot(state)),
      KeyBinding(
        .tab, .backTab, .up, .down, label: "other field", help: "Goes to the other field.",
        action: .focus(state.focus == .code ? .puk : .code)),
    ]
  }

  private static func whyNot(_ state: State) -> String? {
    if state.focus == .code || state.parsed == nil {
      return state.parsed == nil ? "The code is not complete and correct yet." : nil
    }
    return state.puk.text.count == pukLength ? nil : "A PUK has ten digits."
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      var probe = TextField()
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let row): return .focus(row == 0 ? .code : .puk)
    case .wheel: return nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(.character(let character)): state.insert(String(character))
    case .edit(let key): state.edit(key)
    case .paste(let text): state.insert(text.filter { !$0.isWhitespace })
    case .focus(let field): (state.focus, state.hint) = (field, nil)
    case .next: return next(&state)
    }
    return []
  }

  private static func next(_ state: inout State) -> [Step] {
    guard let code = state.parsed else { return [] }
    guard state.focus == .puk else {
      (state.focus, state.hint) = (.puk, nil)
      return []
    }
    return [
      .push(Route(PINScreen.self, .init(.confirmation(code, puk: state.puk.text))))
    ]
  }

  static func clearSecrets(_ state: inout State) {
    (state.code, state.puk) = (TextField(limit: codeLength), TextField(limit: pukLength))
    (state.focus, state.hint) = (.code, nil)
  }
}

extension RecoveryCardScreen.State {
  /// The code, once it is whole and its checksum fits.
  var parsed: ActivationCode? { try? ActivationCode(typed: code.text) }

  fileprivate mutating func edit(_ key: Key) {
    hint = nil
    if focus == .code { code.take(key) } else { puk.take(key) }
  }

  /// Takes what belongs into the field, and says what does not; cards write `R:` before the code.
  fileprivate mutating func insert(_ text: String) {
    hint = nil
    switch focus {
    case .code:
      let bare = text.uppercased().hasPrefix("R:") ? String(text.dropFirst(2)) : text
      let corrected = ActivationCodeTyping.corrected(bare)
      guard corrected.allSatisfy({ ("A"..."Z").contains($0) || ("2"..."7").contains($0) }) else {
        return hint = "A code has the letters A to Z and the digits 2 to 7."
      }
      code.insert(corrected)
    case .puk:
      let digits = text.filter { $0 != "-" }
      guard digits.allSatisfy({ ("0"..."9").contains($0) }) else {
        return hint = "A PUK has digits only."
      }
      puk.insert(digits)
    }
  }
}

extension RecoveryCardScreen {
  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let isRoomy = world.area.rows >= 12
    canvas.text("Confirm a recovery card", column.column, column.row, Style(.title, .bold))
    let top = column.row + (isRoomy ? 2 : 1)
    let code = stride(from: 0, to: state.code.text.count, by: 5).map {
      String(state.code.text.dropFirst($0).prefix(5))
    }.joined(separator: "-")
    let fields = [
      ("Recovery code", code, codeLength + 3, state.code),
      ("PUK", state.puk.text, pukLength, state.puk),
    ]
    for (number, (label, text, columns, field)) in fields.enumerated() {
      let row = top + number * (isRoomy ? 3 : 2)
      let isFocused = (state.focus == .code) == (number == 0)
      canvas.text(label, column.column, row, isFocused ? Style(.text, .bold) : Style(.muted))
      canvas.fill(
        Rect(column: column.column, row: row + 1, columns: columns, rows: 1),
        Style(.field, .underline))
      canvas.text(text, column.column, row + 1, Style(.field, .underline))
      if isFocused {
        let groups = number == 0 ? min(field.cursor, codeLength - 1) / 5 : 0
        canvas.cursor(column.column + min(field.cursor + groups, columns - 1), row + 1)
      }
      canvas.target(
        Rect(column: column.column, row: row, columns: column.columns, rows: 2), .row(number))
    }
    var page = TextPage(width: column.columns)
    words(state, &page)
    page.view(&canvas, column.slice(from: top + (isRoomy ? 6 : 4) - column.row, rows: .max))
  }

  private static func words(_ state: State, _ page: inout TextPage) {
    if let hint = state.hint { return page.text(hint, Style(.warning), sign: "!") }
    if state.code.text.count < codeLength {
      page.text("\(state.code.text.count) of \(codeLength) characters", Style(.muted), sign: "·")
    } else if state.parsed == nil {
      page.text(
        "There is a typing error in it: the checksum does not fit.", Style(.danger, .bold),
        sign: "✗")
    } else {
      page.text("The code is well formed: its checksum fits.", Style(.success), sign: "✓")
    }
  }
}

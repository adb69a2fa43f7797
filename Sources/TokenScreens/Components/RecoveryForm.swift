import TokenModel

/// The two fields of a recovery card: the code and one of its PUKs.
struct RecoveryForm: Equatable, Sendable {
  private(set) var code = CodeField(.recovery)
  private(set) var puk = PUKField()
  private(set) var focus = Field.code

  enum Field: Equatable, Sendable { case code, puk }
  enum Action: Equatable, Sendable { case edit(Key), paste(String), focus(Field), next }

  init() {}

  /// Another PUK of the same card is wanted.
  init(_ code: ActivationCode) {
    self.code = CodeField(.recovery, offered: code)
    focus = .puk
  }

  /// Rows that the form takes, verdicts included.
  static let rows = 6

  /// `help` says where it goes on.
  func keys(help: String) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.next"), help: help, action: .next,
        whyNot: whyNot),
      FieldKeys.pair(.focus(focus == .code ? .puk : .code)),
    ]
  }

  private var whyNot: String? {
    if code.code == nil { return say("fields.incomplete-code") }
    return focus == .puk ? puk.whyNot : nil
  }

  func action(for input: LooseInput) -> Action? {
    switch input {
    case .key(let key):
      let isTaken = focus == .code ? code.takes(key) : puk.takes(key)
      return isTaken ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row(let row): return .focus(row == 0 ? .code : .puk)
    case .wheel: return nil
    }
  }

  /// Both values, once the user goes on from the second one.
  mutating func take(_ action: Action) -> (code: ActivationCode, puk: String)? {
    switch (action, focus) {
    case (.edit(let key), .code): code.take(key)
    case (.edit(let key), .puk): puk.take(key)
    case (.paste(let text), .code): code.paste(text)
    case (.paste(let text), .puk): puk.paste(text)
    case (.focus(let field), _): focus = field
    case (.next, .code): focus = .puk
    case (.next, .puk):
      guard let code = code.code, let puk = puk.puk else { return nil }
      return (code, puk)
    }
    return nil
  }

  mutating func clearPUK() { puk = PUKField() }

  /// Draws the fields with their verdicts below them, from `row` on.
  func view(
    _ canvas: inout Canvas, _ column: Rect, _ row: Int, pukLabel: String = say("fields.puk")
  ) {
    code.view(&canvas, column.column, row, isFocused: focus == .code)
    canvas.target(
      Rect(column: column.column, row: row, columns: column.columns, rows: 2), .row(0))
    var page = TextPage(width: column.columns)
    code.verdict(into: &page)
    page.view(&canvas, column.slice(from: row + 1 - column.row, rows: 2))
    let top = row + 3
    let end = canvas.text(
      pukLabel, column.column, top, focus == .puk ? Style(.text, .bold) : Style(.muted))
    puk.view(&canvas, end + 2, top, isFocused: focus == .puk)
    canvas.target(
      Rect(column: column.column, row: top, columns: column.columns, rows: 2), .row(1))
    page = TextPage(width: column.columns)
    puk.verdict(into: &page)
    page.view(&canvas, column.slice(from: top + 1 - column.row, rows: 2))
  }
}

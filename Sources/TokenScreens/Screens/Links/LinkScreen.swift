import TokenModel

/// Takes a text of the bank, and goes where it leads: a QR code's text, a link, an activation code.
enum LinkScreen: Screen {
  struct State: Equatable, Sendable {
    fileprivate(set) var field = TextField(limit: OperationLink.characterLimit)
    /// Why what stands in the field, or was pasted last, leads nowhere.
    fileprivate(set) var fault: LinkFault?
  }

  enum Action: Equatable, Sendable { case edit(Key), paste(String), submit }

  /// Opens the page from the list of operations.
  static let key: Key = "o"

  static func chrome(_ state: State) -> Chrome { .page(back: say("tabs.operations")) }
  static func isTyping(_ state: State) -> Bool { true }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("links.go"), help: say("links.go-help"), action: .submit,
        whyNot: state.field.text.isEmpty ? say("links.empty") : nil)
    ]
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    input.typed(into: state.field, edit: Action.edit, paste: Action.paste)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .edit(let key):
      state.field.take(key)
      state.fault = nil
    case .paste(let text):
      let scanned = ScannedText(text)
      guard scanned == .unknown else { return [.back, .follow(scanned)] }
      // Half a text may be waiting for its other half.
      state.field.insert(text)
      state.fault = fault(text)
    case .submit:
      let scanned = ScannedText(state.field.text)
      guard scanned == .unknown else { return [.back, .follow(scanned)] }
      state.fault = fault(state.field.text)
    }
    return []
  }

  /// What is wrong with a text that leads nowhere: it may be a link, and not one to an operation.
  private static func fault(_ text: String) -> LinkFault {
    do throws(LinkFault) { _ = try OperationLink(parsing: text) } catch { return error }
    return .unreadable
  }

  static func clearSecrets(_ state: inout State) { state = State() }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let isRoomy = column.rows >= 12
    var page = TextPage(width: column.columns)
    page.text(say("links.title"), Style(.title, .bold))
    if isRoomy || state.fault == nil { page.text(say("links.hint")) }
    page.view(&canvas, column)
    let row = column.row + page.lines.count + (isRoomy ? 1 : 0)
    let start = canvas.text(say("links.field"), column.column, row, Style(.text, .bold)) + 2
    state.field.view(
      &canvas, start, row, columns: max(1, column.endColumn - start), isFocused: true)
    guard let fault = state.fault else { return }
    var words = TextPage(width: column.columns)
    let (happened, next) = Self.words(fault)
    words.text(happened, Style(.warning), sign: "!")
    words.text(next, indent: 2)
    words.view(&canvas, column.slice(from: row + 2 - column.row, rows: .max))
  }
  private static func words(_ fault: LinkFault) -> (happened: String, next: String) {
    // It need not be about an operation: this page takes all codes.
    if fault == .unreadable { return (say("links.unknown"), say("links.unknown-next")) }
    let words = FailureWords.link(fault)
    return (words.happened, words.next)
  }
}

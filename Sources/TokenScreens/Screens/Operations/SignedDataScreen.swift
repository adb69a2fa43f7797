import TokenModel

/// Exactly what an approval signs, its hash, and what of it was found on the page.
enum SignedDataScreen: Screen {
  struct State: Equatable, Sendable {
    let operation: UserOperation
    let comparison: DataComparison
    /// The data for the present width; they may be long, and are laid out once.
    fileprivate(set) var data = TextPage(width: 0)

    init(_ operation: UserOperation) {
      self.operation = operation
      comparison = DataComparison(operation)
    }
  }

  enum Action: Equatable, Sendable { case copyHash }

  static func chrome(_ state: State) -> Chrome { .page(back: say("comparison.back")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        "y", label: say("comparison.copy"), help: say("comparison.copy-help"), action: .copyHash,
        whyNot: world.digest(of: state.operation) == nil ? say("comparison.hash-missing") : nil)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .copyHash:
      return world.digest(of: state.operation).map {
        [.run(.copy($0)), .say(.success, say("comparison.copied"))]
      } ?? []
    }
  }

  static func settle(_ state: inout State, _ world: World) {
    let width = PageFrame.column(world.area).columns
    guard state.data.width != width else { return }
    state.data = TextPage(width: width)
    state.data.exact(escaped(state.operation.data), Style(.accent))
  }

  /// What has no shape of its own stands by its number: `\\u{1B}`.
  static func escaped(_ data: String) -> String {
    data.unicodeScalars.reduce(into: "") { text, scalar in
      let shown = DisplayText(String(scalar))
      let isItself = shown.text == String(scalar) && !shown.hidesCharacters && scalar != "\n"
      text += isItself ? shown.text : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    let operation = state.operation
    var page = TextPage(width: width)
    page.text(say("comparison.signed-data"), Style(.title, .bold))
    page.text(say("comparison.bytes", count: operation.data.utf8.count), Style(.muted))
    page.blank()
    page.append(state.data)
    page.blank()
    page.text("SHA-256", Style(.muted))
    page.text(
      world.digest(of: operation).map { DigestWords.grouped($0, width: width) } ?? "\u{2026}")
    page.blank()
    if let why = state.comparison.obstacle {
      page.text(
        say("comparison.nothing-compared", ["reason": why.words]), Style(.muted), sign: "·")
    }
    for row in state.comparison.rows { write(row, state, &page) }
    return page
  }

  private static func write(
    _ row: DataComparison.Row, _ state: State, _ page: inout TextPage
  ) {
    let (field, value) = (row.field.label, row.field.safeContent)
    let values: KeyValuePairs = ["field": field, "value": value]
    switch row.finding {
    case .shown: page.text(say("comparison.row-shown", values), Style(.success), sign: "✓")
    case .notFound where state.comparison.missing.contains(row):
      page.text(say("comparison.row-missing", values), Style(.warning, .bold), sign: "!")
    case .notFound: page.text(say("comparison.row-not-found", values), Style(.muted), sign: "·")
    case .contradicted(let shown):
      let other: KeyValuePairs = [
        "field": field, "value": value, "shown": DisplayText(shown).singleLine,
      ]
      page.text(say("comparison.row-contradicted", other), Style(.danger, .bold), sign: "✗")
    }
  }
}

import TokenModel

/// Nothing is activated yet: what this is, and how to begin.
enum WelcomeScreen: Screen {
  struct State: Equatable, Sendable {}

  enum Action: Equatable, Sendable { case begin }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, "a", label: "activate", help: "Begins with the activation code.", action: .begin)
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .begin:
      [.push(Route(ActivationCodeScreen.self, .init(offered: world.context.offeredCode)))]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    let column = PageFrame.column(world.area)
    let isRoomy = world.area.rows >= 14
    var page = TextPage(width: column.columns)
    page.text("Welcome", Style(.title, .bold))
    if isRoomy { page.blank() }
    page.text("Here you approve what your bank asks you: logins, payments, changes.")
    page.text("First this device is activated with a code from your bank.")
    page.blank()
    if isRoomy { steps(&page) }
    if let code = world.context.offeredCode {
      page.text("A code is ready: \(code.text)", Style(.success), sign: "✓")
    } else if isRoomy {
      page.text("Server  \(DisplayText(world.context.server).singleLine)", Style(.muted))
    }
    page.blank()
    page.view(&canvas, column)
    let row = min(column.row + page.lines.count, column.endRow - 1)
    PageFrame.button(.enter, "Activate", &canvas, column.column, row, Style(.accent))
  }

  private static func steps(_ page: inout TextPage) {
    page.text("Type or paste the activation code.", sign: "1")
    page.text("Name this device and choose a PIN.", sign: "2")
    page.text("Compare the fingerprint with your bank's page.", sign: "3")
    page.blank()
  }
}

import TokenModel

/// Asks before the program ends where nothing of it is kept.
enum LeaveScreen: Screen {
  struct State: Equatable, Sendable {}

  enum Action: Equatable, Sendable { case leave, stay }

  static func chrome(_ state: State) -> Chrome { .dialog }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, "y", label: say("overlays.leave"), help: say("overlays.leave-help"),
        action: .leave, kind: .decisive),
      KeyBinding("n", help: say("overlays.stay-help"), action: .stay),
    ]
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .leave: [.run(.quit)]
    case .stay: [.back]
    }
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    var page = TextPage(width: DialogBox.textColumns(world.area))
    page.text(say("overlays.leave-means"), Style(.warning), sign: "!")
    page.text(say("overlays.leave-keep"), Style(.muted))
    let (_, buttons) = DialogBox(say("overlays.leave-title"), page).draw(&canvas, world.area)
    DialogBox.buttons(
      &canvas, buttons, cancel: (.escape, say("overlays.stay-button")),
      accept: (.enter, say("overlays.leave-button")))
  }
}

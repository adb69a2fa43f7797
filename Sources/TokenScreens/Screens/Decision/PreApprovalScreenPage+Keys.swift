import TokenModel

/// Keys follow what they do, wherever the bank wants the buttons.
extension PreApprovalScreenPage {
  static let acceptKey: Key = "c"

  static func rejectKey(_ state: State) -> Key { state.hasSlider ? .control("x") : "x" }
  static func backKey(_ state: State) -> Key { state.hasSlider ? .control("b") : "b" }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let why = whyClosed(state, world)
    var keys = state.hasSlider ? sliderKeys(state, world, why) : [acceptKey(state, world, why)]
    // Where room is short the footer keeps the first ones.
    keys.insert(
      KeyBinding(
        rejectKey(state), label: say("preapproval.reject-label"),
        help: say("preapproval.reject-help"), action: .reject), at: 1)
    if state.offersBack {
      keys.append(
        KeyBinding(
          backKey(state), label: say("preapproval.back-label"), help: say("preapproval.back-help"),
          action: .back))
    }
    keys += PreApprovalWords(state.screen).links.keys { .follow($0) }
    return keys + (state.hasSlider ? movementKeys : ScrollKeys.table { .move($0) })
  }

  private static func acceptKey(
    _ state: State, _ world: World, _ why: String?
  ) -> KeyBinding<Action> {
    KeyBinding(
      acceptKey, label: acceptLabel(state, world), help: say("preapproval.accept-help"),
      action: .accept, whyNot: why)
  }

  /// Where room is short, the seconds stand on the button only.
  private static func acceptLabel(_ state: State, _ world: World) -> String {
    world.size.columns < 60
      ? say("preapproval.accept-short") : counted(say("preapproval.accept"), state, world)
  }

  /// With the seconds that are left, where the bank wants some to pass.
  static func counted(_ label: String, _ state: State, _ world: World) -> String {
    let seconds = state.secondsLeft(at: world.now)
    guard seconds > 0 else { return label }
    return say("preapproval.counted", ["label": label, "seconds": String(seconds)])
  }

  private static func sliderKeys(
    _ state: State, _ world: World, _ why: String?
  ) -> [KeyBinding<Action>] {
    let isTyped = state.word.text == word
    return [
      KeyBinding(
        .enter, label: acceptLabel(state, world), help: say("preapproval.accept-help"),
        action: .accept,
        whyNot: why ?? (isTyped ? nil : say("preapproval.word-missing", ["word": word])),
        kind: .decisive),
      KeyBinding(
        .right, label: say("preapproval.hold-label"), help: say("preapproval.hold-help"),
        action: .hold, whyNot: why, kind: .decisive),
    ]
  }

  private static var movementKeys: [KeyBinding<Action>] {
    [
      KeyBinding(.up, help: say("preapproval.go-up"), action: .move(.up), kind: .movement),
      KeyBinding(.down, help: say("preapproval.go-down"), action: .move(.down), kind: .movement),
      KeyBinding(
        .pageUp, help: say("preapproval.go-page-up"), action: .move(.pageUp), kind: .movement),
      KeyBinding(
        .pageDown, help: say("preapproval.go-page-down"), action: .move(.pageDown), kind: .movement),
    ]
  }
}

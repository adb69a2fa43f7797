extension OperationsScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.isFiltering ? filterKeys : listKeys(state, world)
  }

  private static var filterKeys: [KeyBinding<Action>] {
    [
      KeyBinding(.enter, label: "keep", help: "Keeps the filter.", action: .keepFilter),
      KeyBinding(
        .escape, label: "clear", help: "Clears the filter, then closes it.", action: .endFilter),
      KeyBinding(.up, help: "Goes up.", action: .move(.up), kind: .movement),
      KeyBinding(.down, help: "Goes down.", action: .move(.down), kind: .movement),
    ]
  }

  private static func listKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isEmpty = state.count(world) == 0 ? "There is no operation." : nil
    let isBare = world.feed.operations.isEmpty && state.filter == nil
    // What would do nothing has no place in the footer.
    var keys: [KeyBinding<Action>] = [
      KeyBinding(
        .enter, "l", .right, label: isEmpty == nil ? "open" : "",
        help: "Opens the selected operation.", action: .open,
        whyNot: isEmpty),
      KeyBinding(
        "x", label: isEmpty == nil ? "reject" : "",
        help: "Opens the operation and asks why to reject it.",
        action: .reject, whyNot: isEmpty),
      KeyBinding(
        "/", label: isBare ? "" : "filter",
        help: "Shows only operations that contain what you type.", action: .startFilter,
        whyNot: isBare ? "There is no operation." : nil),
      KeyBinding("r", label: "refresh", help: "Asks the bank at once.", action: .refresh),
      KeyBinding(
        LinkScreen.key, label: isBare ? say("links.open-key") : "", help: say("links.open-help"),
        action: .openLink),
    ]
    if state.filter != nil {
      keys.append(
        KeyBinding(
          .escape, label: "all", help: "Clears the filter, then closes it.", action: .endFilter))
    }
    return keys + ScrollKeys.table { .move($0) }
  }
}

/// The keys that move through every list and page.
enum ScrollKeys {
  static func table<Action>(_ action: (ListCursor.Move) -> Action) -> [KeyBinding<Action>] {
    [
      KeyBinding(.up, "k", help: "Goes up.", action: action(.up), kind: .movement),
      KeyBinding(.down, "j", help: "Goes down.", action: action(.down), kind: .movement),
      KeyBinding(
        .pageUp, .control("b"), help: "Goes a page up.", action: action(.pageUp), kind: .movement),
      KeyBinding(
        .pageDown, .control("f"), help: "Goes a page down.", action: action(.pageDown),
        kind: .movement),
      KeyBinding(
        .home, "g", help: "Goes to the beginning.", action: action(.home), kind: .movement),
      KeyBinding(.end, "G", help: "Goes to the end.", action: action(.end), kind: .movement),
    ]
  }
}

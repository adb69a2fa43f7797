extension OperationsScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.isFiltering ? filterKeys : listKeys(state, world)
  }

  private static var filterKeys: [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("operations.keep"), help: say("operations.keep-help"),
        action: .keepFilter),
      KeyBinding(
        .escape, label: say("operations.clear"), help: say("operations.clear-help"),
        action: .endFilter),
      KeyBinding(.up, help: say("operations.up"), action: .move(.up), kind: .movement),
      KeyBinding(.down, help: say("operations.down"), action: .move(.down), kind: .movement),
    ]
  }

  private static func listKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isEmpty = state.count(world) == 0 ? say("operations.none") : nil
    let isBare = world.feed.operations.isEmpty && state.filter == nil
    // What would do nothing has no place in the footer.
    var keys: [KeyBinding<Action>] = [
      KeyBinding(
        .enter, "l", .right, label: isEmpty == nil ? say("operations.open") : "",
        help: say("operations.open-help"), action: .open,
        whyNot: isEmpty),
      KeyBinding(
        "x", label: isEmpty == nil ? say("operations.reject") : "",
        help: say("operations.reject-help"),
        action: .reject, whyNot: isEmpty),
      KeyBinding(
        "/", label: isBare ? "" : say("operations.filter"),
        help: say("operations.filter-help"), action: .startFilter,
        whyNot: isBare ? say("operations.none") : nil),
      KeyBinding(
        "r", label: say("operations.refresh"), help: say("operations.refresh-help"),
        action: .refresh),
      KeyBinding(
        LinkScreen.key, label: isBare ? say("links.open-key") : "", help: say("links.open-help"),
        action: .openLink),
      KeyBinding(
        GivenOperationScreen.key, label: isBare ? say("given.key") : "",
        help: say("given.key-help"), action: .openGiven),
    ]
    if state.filter != nil {
      keys.append(
        KeyBinding(
          .escape, label: say("operations.all"), help: say("operations.clear-help"),
          action: .endFilter))
    }
    return keys + ScrollKeys.table { .move($0) }
  }
}

/// The keys that move through every list and page.
enum ScrollKeys {
  static func table<Action>(_ action: (ListCursor.Move) -> Action) -> [KeyBinding<Action>] {
    [
      KeyBinding(.up, "k", help: say("operations.up"), action: action(.up), kind: .movement),
      KeyBinding(.down, "j", help: say("operations.down"), action: action(.down), kind: .movement),
      KeyBinding(
        .pageUp, .control("b"), help: say("operations.page-up"), action: action(.pageUp),
        kind: .movement),
      KeyBinding(
        .pageDown, .control("f"), help: say("operations.page-down"), action: action(.pageDown),
        kind: .movement),
      KeyBinding(
        .home, "g", help: say("operations.beginning"), action: action(.home),
        kind: .movement),
      KeyBinding(.end, "G", help: say("operations.end"), action: action(.end), kind: .movement),
    ]
  }
}

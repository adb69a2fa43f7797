extension InboxScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.isFiltering ? filterKeys : listKeys(state, world)
  }

  private static var filterKeys: [KeyBinding<Action>] {
    [
      KeyBinding(
        .enter, label: say("keys.keep"), help: say("inbox.keep-help"), action: .keepFilter),
      KeyBinding(
        .escape, label: say("keys.clear"), help: say("inbox.clear-help"), action: .endFilter),
      KeyBinding(.up, help: say("keys.up-help"), action: .move(.up), kind: .movement),
      KeyBinding(.down, help: say("keys.down-help"), action: .move(.down), kind: .movement),
    ]
  }

  private static func listKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isEmpty = state.count(world) == 0 ? say("inbox.no-message") : nil
    let isBare = world.inbox.messages.isEmpty ? say("inbox.no-message") : nil
    let whyNotRead = world.inbox.hasUnread ? nil : say("inbox.every-read")
    // What would do nothing has no place in the footer.
    return [
      KeyBinding(
        .enter, "l", .right, label: isEmpty == nil ? say("keys.open") : "",
        help: say("inbox.open-help"), action: .open,
        whyNot: isEmpty),
      KeyBinding(
        "m", label: whyNotRead == nil ? say("inbox.read-all") : "",
        help: say("inbox.read-all-help"), action: .readAll,
        whyNot: whyNotRead),
      KeyBinding(
        "/", label: isBare == nil ? say("inbox.search") : "",
        help: say("inbox.search-help"), action: .startFilter,
        whyNot: isBare),
    ] + loadingKeys(state, world)
      + [
        KeyBinding(
          "r", label: say("keys.refresh"), help: say("keys.ask-now-help"), action: .refresh)
      ]
      + ScrollKeys.table { .move($0) }
  }

  /// Loading all, and the way out of it; then the way out of a search.
  private static func loadingKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = []
    if state.isLoadingAll {
      keys.append(
        KeyBinding(
          .escape, label: say("inbox.stop"), help: say("inbox.stop-help"),
          action: .stopLoading))
    } else if !world.inbox.isComplete, world.inbox.receivedAt != nil,
      world.inbox.messages.count < InboxFeed.most
    {
      keys.append(
        KeyBinding(
          "A", label: say("inbox.load-all"),
          help: say("inbox.load-all-help", ["most": String(InboxFeed.most)]),
          action: .loadAll))
    }
    if state.filter != nil, !state.isLoadingAll {
      keys.append(
        KeyBinding(
          .escape, label: say("inbox.all"), help: say("inbox.clear-help"), action: .endFilter))
    }
    return keys
  }
}

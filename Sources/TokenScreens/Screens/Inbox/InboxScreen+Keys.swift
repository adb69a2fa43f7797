extension InboxScreen {
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    state.isFiltering ? filterKeys : listKeys(state, world)
  }

  private static var filterKeys: [KeyBinding<Action>] {
    [
      KeyBinding(.enter, label: "keep", help: "Keeps the search.", action: .keepFilter),
      KeyBinding(
        .escape, label: "clear", help: "Clears the search, then closes it.", action: .endFilter),
      KeyBinding(.up, help: "Goes up.", action: .move(.up), kind: .movement),
      KeyBinding(.down, help: "Goes down.", action: .move(.down), kind: .movement),
    ]
  }

  private static func listKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let isEmpty = state.count(world) == 0 ? "There is no message." : nil
    let isBare = world.inbox.messages.isEmpty ? "There is no message." : nil
    let whyNotRead = world.inbox.hasUnread ? nil : "Every message was read."
    // What would do nothing has no place in the footer.
    return [
      KeyBinding(
        .enter, "l", .right, label: isEmpty == nil ? "open" : "",
        help: "Opens the selected message, which then counts as read.", action: .open,
        whyNot: isEmpty),
      KeyBinding(
        "m", label: whyNotRead == nil ? "read all" : "",
        help: "Marks all messages as read, those that are not loaded, too.", action: .readAll,
        whyNot: whyNotRead),
      KeyBinding(
        "/", label: isBare == nil ? "search" : "",
        help: "Shows only loaded messages that contain what you type.", action: .startFilter,
        whyNot: isBare),
    ] + loadingKeys(state, world)
      + [KeyBinding("r", label: "refresh", help: "Asks the bank at once.", action: .refresh)]
      + ScrollKeys.table { .move($0) }
  }

  /// Loading all, and the way out of it; then the way out of a search.
  private static func loadingKeys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    var keys: [KeyBinding<Action>] = []
    if state.isLoadingAll {
      keys.append(
        KeyBinding(
          .escape, label: "stop", help: "Stops loading; what is here stays.",
          action: .stopLoading))
    } else if !world.inbox.isComplete, world.inbox.receivedAt != nil,
      world.inbox.messages.count < InboxFeed.most
    {
      keys.append(
        KeyBinding(
          "A", label: "load all", help: "Loads older messages, up to \(InboxFeed.most).",
          action: .loadAll))
    }
    if state.filter != nil, !state.isLoadingAll {
      keys.append(
        KeyBinding(
          .escape, label: "all", help: "Clears the search, then closes it.", action: .endFilter))
    }
    return keys
  }
}

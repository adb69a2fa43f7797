/// What works on every screen, unless the screen means something else by the key.
enum GlobalAction: Equatable, Sendable {
  case help, palette, leave, interrupt, redraw, suspend, profiles
  case tab(Tab)
  /// Scrolls a page of text.
  case move(ListCursor.Move)
}

enum GlobalKeys {
  /// The table for the stack of `state`. Where a field takes letters, none of them is a command.
  static func bindings(_ state: AppState) -> [KeyBinding<GlobalAction>] {
    let isTyping = state.top.isTyping
    let isHome = state.routes.count == 1
    let help = "Explains the keys of this screen."
    let commands = "Lists all commands to choose from."
    return tabs(state) + scrolling(state) + profiles(state) + [
      isTyping
        ? KeyBinding(.control("p"), help: commands, action: .palette)
        : KeyBinding(":", .control("p"), label: "commands", help: commands, action: .palette),
      isTyping
        ? KeyBinding(.function(1), label: "help", help: help, action: .help)
        : KeyBinding("?", .function(1), label: "help", help: help, action: .help),
      KeyBinding(.control("l"), help: "Draws the screen anew.", action: .redraw),
      KeyBinding(
        .control("z"), help: "Goes to the shell; typed secrets are cleared.",
        action: .suspend),
      KeyBinding(
        .control("c"), help: isHome ? "Quits." : "Cancels and goes back.", action: .interrupt),
      leave(isTyping: isTyping, isHome: isHome, whyNot: state.top.whyNotLeave),
    ]
  }

  /// Not while something is typed or on its way, and not from a dialog.
  private static func profiles(_ state: AppState) -> [KeyBinding<GlobalAction>] {
    guard !state.top.isTyping, state.top.chrome != .dialog,
      state.top.state(of: ProfilesScreen.self) == nil
    else { return [] }
    return [
      KeyBinding(
        ProfilesScreen.key, help: "Lists the profiles and changes to another one.",
        action: .profiles,
        whyNot: state.top.whyNotLeave)
    ]
  }

  private static func leave(
    isTyping: Bool, isHome: Bool, whyNot: String?
  ) -> KeyBinding<GlobalAction> {
    if isTyping {
      return KeyBinding(.escape, label: "back", help: "Goes back.", action: .leave, whyNot: whyNot)
    }
    return isHome
      ? KeyBinding("q", label: "quit", help: "Quits.", action: .leave, whyNot: whyNot)
      : KeyBinding(
        "q", .escape, "h", .left, label: "back", help: "Goes back.", action: .leave,
        whyNot: whyNot)
  }

  private static func scrolling(_ state: AppState) -> [KeyBinding<GlobalAction>] {
    state.top.isPage ? ScrollKeys.table { .move($0) } : []
  }

  /// The same from every other page, once there is something to go to.
  private static func farTabs(_ state: AppState) -> [KeyBinding<GlobalAction>] {
    guard state.routes[0].state(of: OperationsScreen.self) != nil else { return [] }
    return state.world.tabs.map { tab in
      KeyBinding(
        tab.farKey, help: "Goes to \(tab.name.lowercased()).",
        action: .tab(tab), whyNot: state.top.whyNotLeave)
    }
  }

  private static func tabs(_ state: AppState) -> [KeyBinding<GlobalAction>] {
    guard case .tab(let current) = state.top.chrome else { return farTabs(state) }
    let tabs = state.world.tabs
    // From a page that has lost its tab, the way leads to the first one.
    let place = tabs.firstIndex(of: current) ?? tabs.count - 1
    let (next, previous) = (place + 1, place + tabs.count - 1)
    return tabs.enumerated().map { index, tab in
      KeyBinding(
        keys: (state.top.isTyping ? [] : [tab.key]) + [tab.farKey]
          + (index == next % tabs.count ? [.tab] : [])
          + (index == previous % tabs.count ? [.backTab] : []),
        help: "Shows \(tab.name.lowercased()).", action: .tab(tab))
    }
  }
}

extension Tab {
  var key: Key { .character(Character(String(rawValue))) }
  /// The same from a page on which digits mean something else.
  var farKey: Key { .alt(Character(String(rawValue))) }
}

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
    let help = say("keys.help-help")
    let commands = say("keys.commands-help")
    return tabs(state) + scrolling(state) + profiles(state) + [
      isTyping
        ? KeyBinding(.control("p"), help: commands, action: .palette)
        : KeyBinding(
          ":", .control("p"), label: say("keys.commands"), help: commands, action: .palette),
      isTyping
        ? KeyBinding(.function(1), label: say("keys.help"), help: help, action: .help)
        : KeyBinding("?", .function(1), label: say("keys.help"), help: help, action: .help),
      KeyBinding(.control("l"), help: say("keys.redraw-help"), action: .redraw),
      KeyBinding(
        .control("z"), help: say("keys.suspend-help"),
        action: .suspend),
      KeyBinding(
        .control("c"), help: isHome ? say("keys.quit-help") : say("keys.interrupt-help"),
        action: .interrupt),
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
        ProfilesScreen.key, help: say("keys.profiles-help"),
        action: .profiles,
        whyNot: state.top.whyNotLeave)
    ]
  }

  private static func leave(
    isTyping: Bool, isHome: Bool, whyNot: String?
  ) -> KeyBinding<GlobalAction> {
    if isTyping {
      return KeyBinding(
        .escape, label: say("keys.back"), help: say("keys.back-help"), action: .leave,
        whyNot: whyNot)
    }
    return isHome
      ? KeyBinding(
        "q", label: say("keys.quit"), help: say("keys.quit-help"), action: .leave, whyNot: whyNot)
      : KeyBinding(
        "q", .escape, "h", .left, label: say("keys.back"), help: say("keys.back-help"),
        action: .leave,
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
        tab.farKey, help: tab.goHelp,
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
        help: tab.showHelp, action: .tab(tab))
    }
  }
}

extension Tab {
  var key: Key { .character(Character(String(rawValue))) }
  /// The same from a page on which digits mean something else.
  var farKey: Key { .alt(Character(String(rawValue))) }

  fileprivate var goHelp: String {
    switch self {
    case .operations: say("keys.goto-operations")
    case .inbox: say("keys.goto-inbox")
    case .history: say("keys.goto-history")
    case .offline: say("keys.goto-offline")
    case .settings: say("keys.goto-settings")
    }
  }

  fileprivate var showHelp: String {
    switch self {
    case .operations: say("keys.show-operations")
    case .inbox: say("keys.show-inbox")
    case .history: say("keys.show-history")
    case .offline: say("keys.show-offline")
    case .settings: say("keys.show-settings")
    }
  }
}

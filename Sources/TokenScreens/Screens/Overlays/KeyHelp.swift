/// One row of the help page and of the palette.
struct KeyHelp: Equatable, Sendable {
  let keys: [Key]
  let help: String
  let whyNot: String?
  let kind: KeyKind
  /// What the palette does when the row is chosen.
  let step: Step

  init<Action>(_ binding: KeyBinding<Action>) {
    keys = binding.keys
    help = binding.help
    whyNot = binding.whyNot
    kind = binding.kind
    step = .press(binding.keys[0])
  }

  /// A row of the settings, seen from another page.
  private init(_ row: SettingsRow, _ key: Key, whyNot: String?) {
    (keys, help, self.whyNot) = ([Tab.settings.farKey, key], row.help, whyNot)
    (kind, step) = (.command, .setting(row))
  }

  /// The whole table of what is on top: the screen's own keys, then what works everywhere.
  static func table(_ state: AppState) -> [KeyHelp] {
    let own = state.top.keys(state.world(for: state.routes.count - 1))
    let taken = Set(own.flatMap(\.keys))
    let global = GlobalKeys.bindings(state).filter { binding in
      !binding.keys.allSatisfy(taken.contains)
    }
    return own.map(KeyHelp.init) + global.map(KeyHelp.init)
  }

  /// What the palette offers: the commands of what is on top, and the settings from everywhere.
  static func commands(_ state: AppState) -> [KeyHelp] {
    let here = table(state).filter { $0.kind == .command }
    guard state.routes[0].state(of: OperationsScreen.self) != nil,
      state.top.state(of: SettingsScreen.self) == nil
    else { return here }
    // The profiles have a key on most pages.
    let listsProfiles = here.contains { $0.keys.contains(ProfilesScreen.key) }
    let rows = SettingsRow.allCases.filter { $0 != .profile || !listsProfiles }
    return here
      + rows.compactMap { row in
        row.key.map { KeyHelp(row, $0, whyNot: state.top.whyNotLeave) }
      }
  }
}

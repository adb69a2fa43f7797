/// One row of the help page and of the palette.
struct KeyHelp: Equatable, Sendable {
  let keys: [Key]
  let help: String
  let whyNot: String?
  let kind: KeyKind

  init<Action>(_ binding: KeyBinding<Action>) {
    keys = binding.keys
    help = binding.help
    whyNot = binding.whyNot
    kind = binding.kind
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
}

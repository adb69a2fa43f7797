/// The keys that lead from field to field, the same on every page that has several.
enum FieldKeys {
  static func table<Action>(next: Action, previous: Action) -> [KeyBinding<Action>] {
    [
      KeyBinding(
        .tab, .down, label: say("keys.next-field"), help: say("keys.next-field-help"),
        action: next, kind: .movement),
      KeyBinding(
        .backTab, .up, help: say("keys.field-before-help"), action: previous, kind: .movement),
    ]
  }

  /// For two fields, where each way leads to the other one.
  static func pair<Action>(_ other: Action) -> KeyBinding<Action> {
    KeyBinding(
      .tab, .backTab, .up, .down, label: say("keys.other-field"),
      help: say("keys.other-field-help"), action: other, kind: .movement)
  }
}

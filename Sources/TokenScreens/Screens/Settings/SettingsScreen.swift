import TokenModel

/// What this activation is and how it stands, in rows that open.
enum SettingsScreen: Screen {
  struct State: Equatable, Sendable {
    var cursor = ListCursor()

    var selected: SettingsRow { SettingsRow.allCases[cursor.index] }
  }

  enum Action: Equatable, Sendable {
    case move(ListCursor.Move)
    case open(SettingsRow), openSelected
    case copy, refresh
  }

  static func chrome(_ state: State) -> Chrome { .tab(.settings) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let selected = state.selected
    let direct = SettingsRow.allCases.compactMap { row in
      row.key.map {
        KeyBinding<Action>($0, help: row.help, action: .open(row))
      }
    }
    return [
      KeyBinding(
        .enter, "l", .right, label: selected.key == nil ? "" : say("keys.open"),
        help: say("settings.open-help"), action: .openSelected,
        whyNot: selected.key == nil ? say("settings.nothing-more") : nil),
      KeyBinding(
        "y", label: selected.copied(world) == nil ? "" : say("keys.copy"),
        help: say("settings.copy-help"), action: .copy,
        whyNot: selected.copied(world) == nil ? say("settings.nothing-to-copy") : nil),
      KeyBinding("r", label: say("keys.refresh"), help: say("keys.status-help"), action: .refresh),
    ] + direct + ScrollKeys.table { .move($0) }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .row(let index): index == state.cursor.index ? .openSelected : .move(.to(index))
    case .wheel(let lines): .move(.scroll(lines.signum()))
    case .key, .paste: nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .move(let move):
      state.cursor.move(
        move, count: SettingsRow.allCases.count, visible: SettingsView.visible(world))
      return []
    case .open(let row):
      state.cursor.move(
        .to(SettingsRow.allCases.firstIndex(of: row) ?? 0), count: SettingsRow.allCases.count,
        visible: SettingsView.visible(world))
      return row.open(world)
    case .openSelected: return state.selected.open(world)
    case .copy:
      return state.selected.copied(world).map {
        [
          .run(.copy(DisplayText($0).singleLine)),
          .say(.success, say("settings.copied")),
        ]
      } ?? []
    case .refresh: return [.run(.fetchStatus), .say(.info, Notice.asking)]
    }
  }

  static func settle(_ state: inout State, _ world: World) {
    state.cursor.settle(count: SettingsRow.allCases.count, visible: SettingsView.visible(world))
  }

  static func view(_ state: State, _ world: World, _ canvas: inout Canvas) {
    SettingsView.draw(state, world, &canvas)
  }
}

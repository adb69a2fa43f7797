import TokenModel
import TokenScreens

extension Scene {
  static let activationStates = [
    Scene("settings") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.settingsTab)
      return stage
    },
    Scene("remove-pin") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.settingsTab, "X")
      return stage
    },
    Scene("remove-here") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.settingsTab, "L")
      stage.type("rem")
      return stage
    },
    Scene("blocked") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.receive(.status(.success(.standing(.blocked))))
      return stage
    },
    Scene("removed") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.receive(.status(.success(.standing(.removed))))
      return stage
    },
    Scene("deadlocked") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.receive(.status(.failure(.deadlocked(server: .active))))
      return stage
    },
  ]

  static let overlays = [
    Scene("help") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press("?")
      return stage
    },
    Scene("help-detail") { columns, rows in
      var stage = Stage.operations([.payment], columns: columns, rows: rows)
      stage.press(.enter, "?")
      return stage
    },
    Scene("palette") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(":")
      stage.type("goes")
      return stage
    },
    Scene("notice") { columns, rows in
      var stage = Stage.operations([.payment], columns: columns, rows: rows)
      stage.press("r")
      return stage
    },
    Scene("too-small") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.resize(columns: columns / 2 - 1, rows: rows / 2)
      return stage
    },
  ]
}

import TokenModel
import TokenScreens

/// Several activations side by side.
extension Scene {
  static let profiles = [
    Scene("profiles") { columns, rows in
      var stage = Stage.profiles(columns: columns, rows: rows)
      stage.press("j")
      return stage
    },
    Scene("profiles-refused") { columns, rows in
      var stage = Stage.profiles(columns: columns, rows: rows)
      stage.press("j", .enter)
      stage.receive(
        .profileSwitched(
          .refused(name: "home", problem: "/home/jane/.config/countersign/config.toml changed.")))
      return stage
    },
    Scene("profile-switched") { columns, rows in
      var stage = Stage.profiles(columns: columns, rows: rows)
      stage.press("j", .enter)
      stage.receive(.profileSwitched(.done(.everyWay)))
      stage.receive(.activation(.success(nil)))
      return stage
    },
  ]
}

import TokenModel
import TokenScreens

/// A way to a screen.
struct Scene: Sendable {
  let name: String
  let play: @Sendable (_ columns: Int, _ rows: Int) -> Stage

  static var all: [Scene] {
    activation + entry + operations + decisions + activationStates + profiles + overlays
      + templates + statusPages + factorPages + recoveryPages + inbox + history + offline + links
      + pictures + aroundApproval + givenOperations + longReasons
  }

  static let code = "VVVVV-VVVVV-VVVVV-VTFVA"

  static func welcome(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage(columns: columns, rows: rows)
    stage.receive(.activation(.success(nil)))
    return stage
  }

  static func naming(_ columns: Int, _ rows: Int) -> Stage {
    var stage = welcome(columns, rows)
    stage.press(.enter)
    stage.type("vvvvvvvvvvvvvvvvtfva")
    stage.press(.enter)
    return stage
  }

  static func choosing(_ columns: Int, _ rows: Int) -> Stage {
    var stage = naming(columns, rows)
    stage.press(.enter, .enter)
    return stage
  }

  static func activating(_ columns: Int, _ rows: Int) -> Stage {
    var stage = choosing(columns, rows)
    stage.type("4071")
    stage.press(.enter)
    stage.type("4071")
    stage.press(.enter)
    return stage
  }

  static let activation = [
    Scene("opening-failed") { columns, rows in
      var stage = Stage(columns: columns, rows: rows)
      stage.receive(
        .activation(
          .failure(
            .storage(
              .openPermissions(
                path: "/home/jane/.local/state/countersign", mode: "0755",
                mend: "chmod 0700 /home/jane/.local/state/countersign")))))
      return stage
    },
    Scene("welcome", welcome),
    Scene("code-empty") { columns, rows in
      var stage = welcome(columns, rows)
      stage.press(.enter)
      return stage
    },
    Scene("code-typo") { columns, rows in
      var stage = welcome(columns, rows)
      stage.press(.enter)
      stage.type("VVVVVVVVVVVVVVVWTFVA")
      return stage
    },
    Scene("code-whole") { columns, rows in
      var stage = welcome(columns, rows)
      stage.press(.enter)
      stage.send(.paste(code + "#MEUCIQ=="))
      return stage
    },
    Scene("device-name", naming),
    Scene("one-time-password") { columns, rows in
      var stage = naming(columns, rows)
      stage.press(.enter)
      return stage
    },
    Scene("one-time-password-mended") { columns, rows in
      var stage = naming(columns, rows)
      stage.press(.enter)
      stage.type("77-88")
      stage.press(.enter)
      for _ in 0..<2 {
        stage.type("4071")
        stage.press(.enter)
      }
      stage.receive(.activated(.failure(.activationRefused(otpSent: true))))
      stage.press("o")
      return stage
    },
    Scene("pin-choice") { columns, rows in choosing(columns, rows) },
    Scene("pin-weak") { columns, rows in
      var stage = choosing(columns, rows)
      stage.type("1234")
      stage.press(.enter)
      stage.type("12")
      return stage
    },
    Scene("activating") { columns, rows in
      var stage = activating(columns, rows)
      stage.wait(milliseconds: 3000)
      return stage
    },
    Scene("activation-refused") { columns, rows in
      var stage = activating(columns, rows)
      stage.receive(.activated(.failure(.activationRefused(otpSent: false))))
      return stage
    },
    Scene("waiting") { columns, rows in
      var stage = activating(columns, rows)
      stage.receive(.activated(.success(NewActivation(local: Stage.activation))))
      return stage
    },
  ]

  static let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

  init(_ name: String, _ play: @escaping @Sendable (_ columns: Int, _ rows: Int) -> Stage) {
    self.name = name
    self.play = play
  }
}

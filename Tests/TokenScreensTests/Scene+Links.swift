import TokenModel
import TokenScreens

extension Scene {
  /// An operation that the bank's page has to be stood before.
  static let atTheCounter = UserOperation.make(
    id: "op-scan", name: "login", data: "A2", title: "Sign in at the counter",
    message: "Are you at the counter of your branch?",
    ui: ["preApprovalScreen": ["type": "QR_SCAN"]])

  /// One that takes a code without a page that asks for it.
  static let visit = UserOperation.make(
    id: "op-visit", name: "login", data: "A2", title: "Confirm your visit",
    message: "Are you at the counter of your branch?")

  static let visitLink = "mtoken://operation?oid=op-visit&potp=97531864"

  static let codeLink = "mtoken://operation?oid=op-scan&potp=97531864"

  static func link(_ text: String, _ columns: Int = 80, _ rows: Int = 24) -> Stage {
    var stage = Stage.operations(columns: columns, rows: rows)
    stage.press("o")
    stage.send(.paste(text))
    return stage
  }

  static let links = [
    Scene("link") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press("o")
      return stage
    },
    Scene("link-unknown") { columns, rows in link("https://bank.example/", columns, rows) },
    Scene("link-looking") { columns, rows in
      var stage = link(codeLink, columns, rows)
      stage.wait(milliseconds: 2500)
      return stage
    },
    Scene("link-not-yours") { columns, rows in
      var stage = link(codeLink, columns, rows)
      stage.receive(
        .claimed(
          id: "op-scan", .failure(.operation(.notAvailable)), at: stage.now.serverTime))
      return stage
    },
    Scene("link-opened") { columns, rows in
      var stage = link(codeLink, columns, rows)
      stage.receive(.claimed(id: "op-scan", .success(atTheCounter), at: stage.now.serverTime))
      return stage
    },
    Scene("code") { columns, rows in
      var stage = Stage.detail(atTheCounter, columns: columns, rows: rows)
      stage.press("p")
      stage.type("9753")
      return stage
    },
    Scene("code-of-another") { columns, rows in
      var stage = Stage.detail(atTheCounter, columns: columns, rows: rows)
      stage.press("p")
      stage.send(.paste("mtoken://operation?oid=op-other&potp=97531864"))
      return stage
    },
    Scene("code-refused") { columns, rows in
      var stage = Stage.detail(visit, columns: columns, rows: rows)
      stage.press("p")
      stage.send(.paste(visitLink))
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.decided(operationID: "op-visit", .failure(.operation(.codeRefused))))
      return stage
    },
  ]
}

import TokenModel
import TokenScreens

extension Scene {
  /// As long as a reason may be.
  static let longReason = String(
    String(repeating: "The payee on this page is not the one that I have agreed with. ", count: 5)
      .prefix(255))

  static func longReason(_ columns: Int, _ rows: Int) -> Stage {
    var stage = Stage.detail(.payment, columns: columns, rows: rows)
    stage.press("x", "4")
    stage.send(.paste(longReason))
    return stage
  }

  static let longReasons = [
    Scene("reject-long", longReason),
    Scene("reject-long-confirm") { columns, rows in
      var stage = longReason(columns, rows)
      stage.press(.enter)
      return stage
    },
    Scene("reject-long-confirm-end") { columns, rows in
      var stage = longReason(columns, rows)
      stage.press(.enter, .end)
      return stage
    },
  ]

  static let decisions = [
    Scene("pin") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      return stage
    },
    Scene("pin-wrong") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(
        .decided(operationID: "op-payment", .failure(.wrongPIN(attemptsLeft: 4))))
      return stage
    },
    Scene("one-factor") { columns, rows in
      var stage = Stage.detail(.oneFactor, columns: columns, rows: rows)
      stage.press("a")
      return stage
    },
    Scene("contradiction-question") { columns, rows in
      var stage = Stage.detail(.contradiction, columns: columns, rows: rows)
      stage.press("a")
      return stage
    },
    Scene("pre-approval") { columns, rows in
      var stage = Stage.detail(
        .make(
          id: "op-fraud", title: "Confirm Payment",
          ui: ["preApprovalScreens": [["type": "WARNING"], ["type": "INFO"]]]),
        columns: columns, rows: rows)
      stage.press("a")
      return stage
    },
    Scene("sending") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.wait(milliseconds: 2500)
      return stage
    },
    Scene("approved") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.receive(.digest(operationID: "op-payment", sha256: digest))
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.decided(operationID: "op-payment", .success(.init())))
      return stage
    },
    Scene("decision-failed") { columns, rows in
      var stage = Stage.detail(.login, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(
        .decided(
          operationID: "op-login",
          .failure(
            .network(.unreachable(host: "token.acme.example", reason: "Connection refused")))))
      return stage
    },
    Scene("outcome-unknown") { columns, rows in
      var stage = Stage.detail(.login, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(
        .decided(operationID: "op-login", .failure(.outcomeUnknown(.timeOut(seconds: 20)))))
      return stage
    },
    Scene("reject-reason") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("x")
      return stage
    },
    Scene("reject-words") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("x", "4")
      stage.type("Wrong payee")
      return stage
    },
    Scene("reject-confirm") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.press("x", .enter)
      return stage
    },
    Scene("operation-failed") { columns, rows in
      var stage = Stage.detail(.login, columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.decided(operationID: "op-login", .failure(.operation(.expired))))
      return stage
    },
  ]
}

import TokenModel
import TokenScreens

extension Scene {
  static let operations = [
    Scene("operations") { Stage.operations(columns: $0, rows: $1) },
    Scene("operations-empty") { Stage.operations([], columns: $0, rows: $1) },
    Scene("operations-loading") { columns, rows in
      var stage = Stage(columns: columns, rows: rows)
      stage.receive(.activation(.success(Stage.activation)))
      stage.receive(.polling(.loading))
      stage.wait(milliseconds: 1500)
      return stage
    },
    Scene("operations-stale") { columns, rows in
      var stage = Stage.operations(unreadable: 2, columns: columns, rows: rows)
      stage.wait(milliseconds: 130_000)
      stage.receive(
        .polling(.failed(.network(.timeOut(seconds: 20)), retryInSeconds: 14)))
      return stage
    },
    Scene("operations-filtered") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press("/")
      stage.type("confirm")
      return stage
    },
    Scene("operations-many") { columns, rows in
      var stage = Stage.operations(.init(UserOperation.many(40)), columns: columns, rows: rows)
      stage.press(.pageDown, .pageDown, .up)
      return stage
    },
    Scene("payment") { columns, rows in
      var stage = Stage.operations([.payment], columns: columns, rows: rows)
      stage.press(.enter)
      return stage
    },
    Scene("payment-end") { Stage.detail(.payment, columns: $0, rows: $1) },
    Scene("conversion") { Stage.detail(.conversion, columns: $0, rows: $1) },
    Scene("contradiction") { columns, rows in
      var stage = Stage.operations([.contradiction], columns: columns, rows: rows)
      stage.press(.enter)
      return stage
    },
    Scene("hostile") { columns, rows in
      var stage = Stage.operations([.hostile], columns: columns, rows: rows)
      stage.press(.enter)
      return stage
    },
    Scene("scan-wanted") { columns, rows in
      Stage.detail(
        .make(
          id: "op-scan", title: "Sign in at the counter", message: "Scan the code first.",
          ui: ["preApprovalScreen": ["type": "QR_SCAN"], "flipButtons": true]),
        columns: columns, rows: rows)
    },
    Scene("operation-gone") { columns, rows in
      var stage = Stage.detail(.login, columns: columns, rows: rows)
      stage.receive([])
      stage.receive(.operation(id: "op-login", .failure(.operation(.alreadyCanceled))))
      return stage
    },
    Scene("signed-data") { columns, rows in
      var stage = Stage.detail(.payment, columns: columns, rows: rows)
      stage.receive(.digest(operationID: "op-payment", sha256: digest))
      stage.press("d")
      return stage
    },
  ]
}

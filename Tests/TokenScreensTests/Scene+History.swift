import FoundationEssentials
import TokenModel
import TokenScreens

extension UserOperation {
  /// An entry of the history; hours are counted back from the stage's start.
  static func past(
    _ operation: UserOperation = .payment, _ status: String?, reason: String? = nil, hours: Int = 1
  ) -> UserOperation {
    let asked = Date(timeIntervalSince1970: Double(1_782_736_867 - hours * 3600))
    let json = operation.source.setting("status", to: status.map(JSONValue.string) ?? .null)
      .setting("statusReason", to: reason.map(JSONValue.string) ?? .null)
      .setting("id", to: .string("\(operation.id)-\(hours)"))
      .setting("operationCreated", to: .string(ServerDate.text(asked)))
      .setting("operationExpires", to: .string(ServerDate.text(asked.addingTimeInterval(300))))
    return (try? UserOperation(json)) ?? operation
  }

  /// One of each status.
  static let allPast: [UserOperation] = [
    .past(.login, nil, hours: 0), .past(.payment, "APPROVED", hours: 1),
    .past(.conversion, "REJECTED", hours: 5),
    .past(.payment, "CANCELED", reason: "FRAUD_CASE", hours: 30),
    .past(.login, "EXPIRED", hours: 31), .past(.payment, "FAILED", hours: 60),
    .past(.login, "ON_HOLD", hours: 90),
  ]
}

extension Stage {
  /// The history after the PIN, and the bank's answer to it.
  static func history(
    _ outcome: AppEvent.Outcome<OperationList> = .success(
      OperationList(operations: UserOperation.allPast)),
    columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = asking(columns: columns, rows: rows)
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.history(outcome))
    return stage
  }

  /// The question for the PIN before it.
  static func asking(columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = operations(columns: columns, rows: rows)
    stage.press(.historyTab, .enter)
    return stage
  }
}

extension Scene {
  static let history = [
    Scene("history-closed") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.historyTab)
      return stage
    },
    Scene("history-pin") { Stage.asking(columns: $0, rows: $1) },
    Scene("history") { Stage.history(columns: $0, rows: $1) },
    Scene("history-empty") {
      Stage.history(.success(OperationList(operations: [])), columns: $0, rows: $1)
    },
    Scene("history-missing") {
      Stage.history(.failure(HistoryTests.missing), columns: $0, rows: $1)
    },
    Scene("history-stale") { columns, rows in
      var stage = Stage.history(
        .success(OperationList(operations: UserOperation.allPast, unreadable: 1)),
        columns: columns, rows: rows)
      stage.wait(milliseconds: 130_000)
      stage.press("r")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.history(.failure(.network(.timeOut(seconds: 20)))))
      return stage
    },
    Scene("history-entry") { columns, rows in
      var stage = Stage.history(columns: columns, rows: rows)
      stage.press(.down, .down, .down, .enter)
      return stage
    },
  ]
}

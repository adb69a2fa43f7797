import TokenModel
import TokenScreens

/// Offline operations as their texts are read; whether they are signed is not asked here.
enum OfflineFixture {
  static let text = text()

  static func text(
    title: String = "Confirm Payment", message: String = "Please confirm the following payment.",
    data: String = "A1*A123456789012345678.50CZK*ICZ5508000000001234567899,GIBACZPX*D20190629"
      + "*RInvoice 42*NUtility bill - 05/2019\\nwith love*Xnew",
    flags: String = "B", extra: [String] = [], key: String = "1"
  ) -> String {
    ([
      "op-offline", title, message, data, flags,
    ] + extra + [
      "mY+ttydXUFdKB+EpEbWN/Q==", key + String(repeating: "QUJD", count: 24),
    ]).joined(separator: "\n")
  }

  static func operation(_ text: String = text) throws(OfflineFault) -> OfflineOperation {
    try OfflineOperation(parsing: text)
  }

  static let code = OfflineCode(digits: Secret(Array("01234567-89012345".utf8)))
}

extension Stage {
  /// The tab of offline approval.
  static func offline(
    _ biometry: BiometryState = .off, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = operations([], columns: columns, rows: rows)
    stage.receive(.biometry(.success(biometry)))
    stage.press(.offlineTab)
    return stage
  }

  /// The operation of `text`, verified and read to its end.
  static func offlineOperation(
    _ text: String = OfflineFixture.text, _ biometry: BiometryState = .off, columns: Int = 80,
    rows: Int = 24
  ) -> Stage {
    var stage = offline(biometry, columns: columns, rows: rows)
    stage.send(.paste(text))
    do {
      stage.receive(.offlineRead(.success(try OfflineFixture.operation(text))))
    } catch {
      stage.receive(.offlineRead(.failure(.offline(error))))
    }
    stage.readOn()
    return stage
  }

  /// The code, after the PIN.
  static func offlineCode(
    _ code: OfflineCode = OfflineFixture.code, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = offlineOperation(columns: columns, rows: rows)
    stage.prove("a")
    stage.receive(.offlineCode(.success(code)))
    return stage
  }
}

extension Scene {
  private static let risky = OfflineFixture.text(
    title: "Confirm P\u{0430}yment", data: "B7*A-1250EUR*Q238400856/0300", flags: "XFC",
    extra: ["12345678", "later"], key: "0")

  static let offline = [
    Scene("offline") { Stage.offline(columns: $0, rows: $1) },
    Scene("offline-typed") { columns, rows in
      var stage = Stage.offline(columns: columns, rows: rows)
      stage.type("op-1")
      stage.press(.enter)
      stage.type("Payment")
      return stage
    },
    Scene("offline-malformed") { columns, rows in
      var stage = Stage.offline(columns: columns, rows: rows)
      stage.send(.paste("one\ntwo"))
      stage.receive(.offlineRead(.failure(.offline(.tooFewLines(2)))))
      return stage
    },
    Scene("offline-forged") { columns, rows in
      var stage = Stage.offline(columns: columns, rows: rows)
      stage.send(.paste(OfflineFixture.text))
      stage.receive(.offlineRead(.failure(.forgedData)))
      return stage
    },
    Scene("offline-operation") { columns, rows in
      var stage = Stage.offlineOperation(columns: columns, rows: rows)
      stage.press(.home)
      return stage
    },
    Scene("offline-risky") { columns, rows in
      var stage = Stage.offlineOperation(risky, columns: columns, rows: rows)
      stage.press(.home)
      return stage
    },
    Scene("offline-risk") { columns, rows in
      var stage = Stage.offlineOperation(risky, columns: columns, rows: rows)
      stage.press("a")
      return stage
    },
    Scene("offline-data") { columns, rows in
      var stage = Stage.offlineOperation(risky, columns: columns, rows: rows)
      stage.receive(.digest(operationID: "op-offline", sha256: digest))
      stage.press("d")
      return stage
    },
    Scene("offline-pin") { columns, rows in
      var stage = Stage.offlineOperation(columns: columns, rows: rows)
      stage.press("a")
      stage.type("4071")
      return stage
    },
    Scene("offline-finger") { columns, rows in
      var stage = Stage.offlineOperation(
        OfflineFixture.text, .finger, columns: columns, rows: rows)
      stage.press("a", .control("f"))
      stage.receive(.offlineCode(.failure(.biometry(.notRecognized))))
      return stage
    },
    Scene("offline-code") { Stage.offlineCode(columns: $0, rows: $1) },
    Scene("offline-cleared") { columns, rows in
      var stage = Stage.offlineCode(columns: columns, rows: rows)
      stage.press(.control("z"))
      return stage
    },
    Scene("offline-failed") { columns, rows in
      var stage = Stage.offlineOperation(columns: columns, rows: rows)
      stage.prove("a")
      stage.receive(.offlineCode(.failure(.storage(.full(path: "/home/jane/state")))))
      return stage
    },
  ]
}

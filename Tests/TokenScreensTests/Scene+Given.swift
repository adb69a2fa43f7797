import TokenModel
import TokenScreens

extension Scene {
  static let givenID = "0b8a6c1e-91f4-4a5b-8a53-5d2f6b9b8f10"
  static let givenData = "A1*A1250.00EUR*ICZ5508000000001234567899*NRent\nJuly"
  static let givenDigest = "4f1f5d2c9a0be4d1a4c47f6f0b7a6d9c2c1d1c0e9b8a7f6e5d4c3b2a19080706"

  /// The page with both fields filled in.
  static func given(
    _ id: String = givenID, _ data: String = givenData, _ columns: Int = 80, _ rows: Int = 24
  ) -> Stage {
    var stage = Stage.operations(columns: columns, rows: rows)
    stage.press("i")
    stage.send(.paste(id))
    stage.press(.tab)
    if !data.isEmpty { stage.send(.paste(data)) }
    return stage
  }

  /// The page of what the bank does not show, read to its end.
  static func unseen(
    _ data: String = givenData, _ columns: Int = 80, _ rows: Int = 24
  ) -> Stage {
    var stage = given(givenID, data, columns, rows)
    stage.press(.enter)
    stage.receive(.operation(id: givenID, .failure(.operation(.notAvailable))))
    stage.receive(.digest(operationID: givenID, sha256: givenDigest))
    stage.readOn()
    return stage
  }

  /// What the bank shows of it.
  static func known(data: String = givenData) -> UserOperation {
    .make(id: givenID, data: data, title: "Rent", message: "Please confirm your rent.")
  }

  static let givenOperations = [
    Scene("given") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press("i")
      return stage
    },
    Scene("given-filled") { given(givenID, givenData + "\n", $0, $1) },
    Scene("given-looking") { columns, rows in
      var stage = given(givenID, givenData, columns, rows)
      stage.press(.enter)
      stage.wait(milliseconds: 2500)
      return stage
    },
    Scene("given-differs") { columns, rows in
      var stage = given(givenID, givenData, columns, rows)
      stage.press(.enter)
      stage.receive(
        .operation(
          id: givenID, .success(known(data: "A1*A1250.00EUR*ICZ6508000000192000145399"))))
      return stage
    },
    Scene("given-failed") { columns, rows in
      var stage = given(givenID, givenData, columns, rows)
      stage.press(.enter)
      stage.receive(.operation(id: givenID, .failure(.operation(.alreadyFinished))))
      return stage
    },
    Scene("given-unseen") { columns, rows in
      var stage = unseen(givenData, columns, rows)
      stage.press(.home)
      return stage
    },
    Scene("given-unseen-end") { unseen(givenData, $0, $1) },
    Scene("given-without-data") { unseen("", $0, $1) },
    Scene("given-question") { columns, rows in
      var stage = unseen(givenData, columns, rows)
      stage.press("a")
      return stage
    },
    Scene("given-pin") { columns, rows in
      var stage = unseen(givenData, columns, rows)
      stage.press("a", "y")
      return stage
    },
    Scene("given-approved") { columns, rows in
      var stage = unseen(givenData, columns, rows)
      stage.press("a", "y")
      stage.type("4071")
      stage.press(.enter)
      stage.receive(.decided(operationID: givenID, .success(.init())))
      return stage
    },
  ]
}

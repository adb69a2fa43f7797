import GRDB

/// Which kinds of recovery the application has.
struct RecoveryConfiguration: Sendable, Equatable {
  /// Each activation gets a code with one PUK.
  var isForActivations = false
  /// Codes may be printed on postcards.
  var isForPostcards = false
  /// A user may have several postcards at a time.
  var allowsSeveralPostcards = false
}

extension RecoveryConfiguration: FetchableRecord, PersistableRecord {
  static let databaseTableName = "recoveryConfiguration"
  /// There is one row.
  private static let rowID = 1

  init(row: Row) {
    isForActivations = row["isForActivations"]
    isForPostcards = row["isForPostcards"]
    allowsSeveralPostcards = row["allowsSeveralPostcards"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = Self.rowID
    container["isForActivations"] = isForActivations
    container["isForPostcards"] = isForPostcards
    container["allowsSeveralPostcards"] = allowsSeveralPostcards
  }
}

import GRDB

/// A stored value of a type, length or form that we never write.
struct Unreadable: Error {}

extension Row {
  /// The value of a column; throws `Unreadable` for NULL, another type or no column, where a subscript would trap.
  ///
  /// SQLite does not notice every damage to a file.
  func stored<Value: DatabaseValueConvertible>(
    _ column: String, as type: Value.Type = Value.self
  ) throws -> Value {
    guard hasColumn(column), let value = Value.fromDatabaseValue(self[column]) else {
      throw Unreadable()
    }
    return value
  }
}

import Foundation
import GRDB
import TokenCore
import TokenModel

/// The one row of the list of certificates, sealed as every other secret.
enum PinListRow {
  private static let place = Seal.Place(table: "pin_list", row: "1", column: "list")

  static func list(_ db: Database, _ seal: Seal) throws -> [UInt8]? {
    guard let row = try Row.fetchOne(db, sql: "SELECT list FROM pin_list") else { return nil }
    return try seal.open(row.stored("list"), at: place).withUnsafeBytes { Array($0) }
  }

  static func save(_ list: [UInt8], _ db: Database, _ seal: Seal) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO pin_list (id, list) VALUES (1, ?)",
      arguments: [try seal.close(Secret(list), at: place)])
  }

  static func remove(_ db: Database) throws { try db.execute(sql: "DELETE FROM pin_list") }
}

extension SQLiteActivationStore: PinListStore {
  public func pinList() throws(StorageFault) -> [UInt8]? {
    try read { db, seal in try PinListRow.list(db, seal) } ?? nil
  }

  /// Makes database and key where there are none yet: pins serve before the activation, too.
  public func save(pinList: [UInt8]) throws(StorageFault) {
    try prepare()
    _ = try write { db, seal in try PinListRow.save(pinList, db, seal) }
  }
}

import Foundation
import GRDB
import PowerAuth
import TokenCore
import TokenModel

/// The rows of access tokens, one for each name.
enum TokenRow {
  static func token(
    named name: String, of activationID: String, _ db: Database, _ seal: Seal
  ) throws -> StoredToken? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM token WHERE name = ? AND activation_id = ?",
      arguments: [name, activationID])
    return try row.map { try token($0, seal) }
  }

  static func tokens(
    of activationID: String, _ db: Database, _ seal: Seal
  ) throws -> [StoredToken] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM token WHERE activation_id = ? ORDER BY name",
      arguments: [activationID]
    ).map { try token($0, seal) }
  }

  /// Nothing is kept for an activation that is not, or no longer, the one that is here.
  static func save(
    _ token: StoredToken, of activationID: String, _ db: Database, _ seal: Seal
  ) throws {
    let bound = BoundColumns.token.context([
      "activation_id": activationID, "token_id": token.token.id,
      "factors": token.factors.rawValue,
    ])
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO token (name, activation_id, token_id, secret, factors)
        SELECT ?, activation_id, ?, ?, ? FROM activation WHERE activation_id = ?
        """,
      arguments: [
        token.name, token.token.id,
        try seal.close(token.token.secret, at: place(token.name, bound)),
        token.factors.rawValue, activationID,
      ])
  }

  private static func token(_ row: Row, _ seal: Seal) throws -> StoredToken {
    let name = try row.stored("name", as: String.self)
    guard let factors = Factors(rawValue: try row.stored("factors")) else { throw Unreadable() }
    return StoredToken(
      name: name,
      token: AccessToken(
        id: try row.stored("token_id"),
        secret: try seal.open(
          row.stored("secret"), at: place(name, try BoundColumns.token.context(row)))),
      factors: factors)
  }

  private static func place(_ name: String, _ bound: [UInt8]) -> Seal.Place {
    Seal.Place(table: "token", row: name, column: "secret", bound: bound)
  }
}

import Foundation
import GRDB
import PowerAuth
import TokenModel

/// The rows of access tokens, one for each name.
enum TokenRow {
  static func token(
    named name: String, of activationID: String, _ db: Database, _ seal: Seal
  ) throws -> AccessToken? {
    let row = try Row.fetchOne(
      db, sql: "SELECT token_id, secret FROM token WHERE name = ? AND activation_id = ?",
      arguments: [name, activationID])
    return try row.map { row in
      AccessToken(
        id: try row.stored("token_id"),
        secret: try seal.open(row.stored("secret"), at: place(name)))
    }
  }

  /// Nothing is kept for an activation that is not, or no longer, the one that is here.
  static func save(
    _ token: AccessToken, named name: String, of activationID: String, _ db: Database,
    _ seal: Seal
  ) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO token (name, activation_id, token_id, secret)
        SELECT ?, activation_id, ?, ? FROM activation WHERE activation_id = ?
        """,
      arguments: [name, token.id, try seal.close(token.secret, at: place(name)), activationID])
  }

  private static func place(_ name: String) -> Seal.Place {
    Seal.Place(table: "token", row: name, column: "secret")
  }
}

import GRDB
import TokenModel

/// The tables, and how older ones become newer ones.
enum Schema {
  /// Goes into every sealed column; changes only with a migration that seals anew.
  static let sealVersion = 1

  /// Step n leads from version n to n + 1; the version is SQLite's `user_version`.
  private static let steps = [
    """
    CREATE TABLE activation (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      activation_id TEXT NOT NULL,
      protocol_version TEXT NOT NULL,
      device_name TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      server_public_key BLOB NOT NULL,
      device_public_key BLOB NOT NULL,
      knowledge_iterations INTEGER NOT NULL,
      possession_key BLOB NOT NULL,
      transport_key BLOB NOT NULL,
      knowledge_key BLOB NOT NULL,
      knowledge_salt BLOB NOT NULL,
      device_private_key BLOB NOT NULL,
      counter BLOB NOT NULL,
      recovery BLOB
    ) STRICT;
    CREATE TABLE token (
      name TEXT PRIMARY KEY,
      activation_id TEXT NOT NULL,
      token_id TEXT NOT NULL,
      secret BLOB NOT NULL
    ) STRICT;
    """,
    """
    ALTER TABLE activation ADD COLUMN knowledge_hash TEXT NOT NULL DEFAULT 'sha256';
    ALTER TABLE activation ADD COLUMN biometry_key BLOB;
    ALTER TABLE activation ADD COLUMN biometry_provider TEXT;
    ALTER TABLE activation ADD COLUMN generation TEXT NOT NULL DEFAULT 'v3';
    ALTER TABLE activation ADD COLUMN legacy_counter BLOB;
    ALTER TABLE activation ADD COLUMN uses_external_key INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE token ADD COLUMN factors TEXT NOT NULL DEFAULT 'possession';
    """,
    // What is open is bound to what is sealed, by `bind`; tokens are made anew on demand.
    "DELETE FROM token",
    "ALTER TABLE activation ADD COLUMN external_key_check BLOB",
    "CREATE TABLE pin_list (id INTEGER PRIMARY KEY CHECK (id = 1), list BLOB NOT NULL) STRICT",
    "ALTER TABLE activation ADD COLUMN unseen_codes INTEGER NOT NULL DEFAULT 0",
  ]

  /// Steps that need the device key, where there is an activation.
  private static func bind(_ step: Int, _ db: Database, _ seal: Seal?) throws {
    guard step == 2, let seal else { return }
    try ActivationRow.bind(db, seal)
  }

  /// Whether there is an activation at all, in the tables of any version.
  static func hasActivation(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM activation)") ?? false
  }

  static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Writes what is there already: fails where a real change would.
  static func touch(_ db: Database) throws {
    try db.execute(sql: "PRAGMA user_version = \(try version(db))")
  }

  /// Brings the tables up to date; does nothing but look when they are.
  ///
  /// `seal` is needed as soon as there is an activation.
  static func migrate(_ queue: DatabaseQueue, path: String, _ seal: Seal?) throws {
    let found = try queue.read(version)
    guard found <= steps.count else { throw StorageFault.newerSchema(path: path) }
    guard found < steps.count else { return }
    try queue.write { db in
      // Looked at once more: another process may have been quicker.
      for step in steps.indices.dropFirst(try version(db)) {
        try db.execute(sql: steps[step])
        try bind(step, db, seal)
        try db.execute(sql: "PRAGMA user_version = \(step + 1)")
      }
    }
  }
}

import GRDB

/// Open columns of a row that are bound to one of its sealed ones: changed alone, nothing opens.
///
/// Whoever can write to the file could otherwise point a token at another key or a weaker lock.
struct BoundColumns: Sendable {
  /// All that `activation` tells openly; bound to its possession key.
  static let activation = BoundColumns([
    "activation_id", "protocol_version", "device_name", "fingerprint", "server_public_key",
    "device_public_key", "knowledge_iterations", "knowledge_hash", "biometry_provider",
    "generation", "uses_external_key",
  ])
  /// All that `token` tells openly beside its name; bound to its secret.
  static let token = BoundColumns(["activation_id", "token_id", "factors"])

  private let names: [String]

  private init(_ names: [String]) { self.names = names }

  /// What is authenticated for a row that was read; throws `Unreadable` where a column is missing.
  func context(_ row: Row) throws -> [UInt8] {
    guard names.allSatisfy(row.hasColumn) else { throw Unreadable() }
    return context { row[$0] }
  }

  /// What is authenticated for a row that will be written.
  func context(_ values: [String: (any DatabaseValueConvertible)?]) -> [UInt8] {
    context { (values[$0] ?? nil)?.databaseValue ?? .null }
  }

  /// Each value behind its kind and its length, so that none can pass for another.
  private func context(_ value: (String) -> DatabaseValue) -> [UInt8] {
    names.flatMap { name in
      let (kind, bytes) = Self.bytes(value(name))
      return [kind] + withUnsafeBytes(of: UInt32(bytes.count).bigEndian, Array.init) + bytes
    }
  }

  private static func bytes(_ value: DatabaseValue) -> (kind: UInt8, [UInt8]) {
    switch value.storage {
    case .null: (0, [])
    case .int64(let number): (1, withUnsafeBytes(of: number.bigEndian, Array.init))
    case .double(let number): (2, withUnsafeBytes(of: number.bitPattern.bigEndian, Array.init))
    case .string(let text): (3, Array(text.utf8))
    case .blob(let data): (4, Array(data))
    }
  }
}

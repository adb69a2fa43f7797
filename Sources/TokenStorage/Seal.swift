import FoundationEssentials
import PowerAuthCrypto
import TokenModel

/// The encryption of single columns: AES-256-GCM under the device key.
///
/// A value opens only in the row, column and schema version in which it was sealed, so that nobody
/// who writes to the file can move values about.
struct Seal: Sendable {
  private let key: Secret

  init(key: Secret) { self.key = key }

  func isUnder(_ key: Secret) -> Bool { key == self.key }

  /// One place in the database.
  struct Place: Sendable {
    let table: String
    let row: String
    let column: String
    /// The open columns that are bound to this one, see `BoundColumns`.
    var bound: [UInt8] = []

    fileprivate var context: [UInt8] {
      Array("countersign:\(Schema.sealVersion):\(table):\(row):\(column)".utf8) + bound
    }
  }

  func close(_ secret: Secret, at place: Place) throws -> Data {
    Data(try AESGCM.seal(secret, key: key, authenticating: place.context))
  }

  /// Throws `CryptoError.notAuthentic` when key, place or bytes are not those of the sealing.
  func open(_ box: Data, at place: Place) throws -> Secret {
    try AESGCM.open(Array(box), key: key, authenticating: place.context)
  }
}

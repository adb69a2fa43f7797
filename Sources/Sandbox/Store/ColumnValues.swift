import FoundationEssentials
import GRDB
import PowerAuthCrypto
import TokenModel

/// A column that does not hold what this version writes.
struct UnreadableColumn: Error {
  let name: String
}

extension Row {
  func bytes(_ column: String) -> [UInt8]? {
    let data: Data? = self[column]
    return data.map(Array.init)
  }

  /// A column that is never empty in a row that we wrote.
  func requiredBytes(_ column: String) throws -> [UInt8] {
    guard let bytes = bytes(column) else { throw UnreadableColumn(name: column) }
    return bytes
  }

  func privateKey(_ column: String) throws -> PrivateKey {
    try PrivateKey(scalar: Secret(try requiredBytes(column)))
  }

  func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let value = Value(rawValue: self[column]) else { throw UnreadableColumn(name: column) }
    return value
  }

  func json(_ column: String) throws -> JSONValue {
    let text: String = self[column]
    return try JSONValue(parsing: Array(text.utf8))
  }

  /// The column of translations, empty in most rows.
  func translations() throws -> Translations {
    guard let text: String = self["translations"] else { return Translations() }
    guard let translations = Translations(try JSONValue(parsing: Array(text.utf8))) else {
      throw UnreadableColumn(name: "translations")
    }
    return translations
  }

  func texts(_ column: String) throws -> [String: String] {
    guard let members = try json(column).object else { throw UnreadableColumn(name: column) }
    return members.compactMapValues(\.string)
  }
}

extension PersistenceContainer {
  mutating func setBytes(_ bytes: [UInt8]?, _ column: String) {
    self[column] = bytes.map { Data($0) }
  }

  mutating func setSecret(_ secret: Secret?, _ column: String) {
    setBytes(secret?.withUnsafeBytes { Array($0) }, column)
  }

  mutating func setTexts(_ texts: [String: String], _ column: String) {
    setJSON(.object(texts.mapValues(JSONValue.string)), column)
  }

  mutating func setJSON(_ json: JSONValue?, _ column: String) {
    self[column] = json.map { String(decoding: $0.bytes(), as: UTF8.self) }
  }
}

import FoundationEssentials
import PowerAuthCrypto
import TokenModel

/// JSON as it travels: bytes are produced once, and signed and sent as they are.
public enum WireJSON {
  /// `{}`: what is sent, or encrypted, where a request says nothing.
  public static let emptyObject = Array("{}".utf8)

  /// Equal values give equal bytes; slashes are not escaped, absent values are left out.
  public static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Unknown members are ignored and explicit nulls read as absent; throws `DecodingError`.
  public static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from bytes: [UInt8]
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(JSONText.repaired(bytes)))
  }

  /// As `decode(_:from:)`, for decrypted text: no copy of the whole is left behind by us.
  public static func decode<Value: Decodable>(
    _ type: Value.Type = Value.self, from secret: Secret
  ) throws -> Value {
    try secret.withUnsafeBytes { bytes in
      var data = Data(bytes)
      defer { data.resetBytes(in: data.indices) }
      return try JSONDecoder().decode(type, from: data)
    }
  }
}

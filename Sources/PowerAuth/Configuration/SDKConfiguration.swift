/// The binary content of the single-line SDK configuration.
///
/// `01 ‖ data key ‖ data secret ‖ count ‖ count × { key id (1 B) ‖ data }`, packed as
/// `PackedReader` reads.
struct SDKConfiguration {
  private static let formatVersion: UInt8 = 1
  /// The key id of a P-256 master public key; others are for curves to come and skipped.
  private static let p256KeyID: UInt8 = 1

  let applicationKey: [UInt8]
  let applicationSecret: [UInt8]
  let masterPublicKey: [UInt8]

  init(applicationKey: [UInt8], applicationSecret: [UInt8], masterPublicKey: [UInt8]) {
    self.applicationKey = applicationKey
    self.applicationSecret = applicationSecret
    self.masterPublicKey = masterPublicKey
  }

  init(parsing text: String) throws(ConfigurationFault) {
    guard let bytes = Base64.decode(text) else { throw .notBase64(.sdkConfiguration) }
    var reader = PackedReader(bytes, truncated: ConfigurationFault.truncated)
    let version = try reader.byte()
    guard version == Self.formatVersion else { throw .unsupportedFormat(version) }
    applicationKey = try Self.key(reader.data(), .applicationKey)
    applicationSecret = try Self.key(reader.data(), .applicationSecret)
    var keys: [[UInt8]] = []
    for _ in 0..<(try reader.count()) {
      let id = try reader.byte()
      let key = try reader.data()
      if id == Self.p256KeyID { keys.append(key) }
    }
    guard reader.rest.isEmpty else { throw .trailingBytes(reader.rest.count) }
    guard keys.count == 1 else { throw .masterPublicKeyCount(keys.count) }
    masterPublicKey = keys[0]
  }

  var text: String {
    var writer = PackedWriter()
    writer.append(byte: Self.formatVersion)
    writer.append(data: applicationKey)
    writer.append(data: applicationSecret)
    writer.append(count: 1)
    writer.append(byte: Self.p256KeyID)
    writer.append(data: masterPublicKey)
    return Base64.encode(writer.bytes)
  }

  private static func key(
    _ bytes: [UInt8], _ part: ConfigurationFault.Part
  ) throws(ConfigurationFault) -> [UInt8] {
    let expected = ApplicationCredentials.keySize
    guard bytes.count == expected else {
      throw .wrongLength(part, expected: expected, actual: bytes.count)
    }
    return bytes
  }
}

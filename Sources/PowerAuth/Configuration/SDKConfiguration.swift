/// The binary content of the single-line SDK configuration.
///
/// `01 ‖ data key ‖ data secret ‖ count ‖ count × { key id (1 B) ‖ data }`, where `data` is a count
/// followed by so many bytes.
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
    var reader = Reader(bytes)
    let version = try reader.byte()
    guard version == Self.formatVersion else { throw .unsupportedFormat(version) }
    applicationKey = try reader.data(ofSize: ApplicationCredentials.keySize, .applicationKey)
    applicationSecret = try reader.data(ofSize: ApplicationCredentials.keySize, .applicationSecret)
    var keys: [[UInt8]] = []
    for _ in 0..<(try reader.count()) {
      let id = try reader.byte()
      let key = try reader.data()
      if id == Self.p256KeyID { keys.append(key) }
    }
    guard reader.left == 0 else { throw .trailingBytes(reader.left) }
    guard keys.count == 1 else { throw .masterPublicKeyCount(keys.count) }
    masterPublicKey = keys[0]
  }

  var text: String {
    var bytes = [Self.formatVersion]
    for data in [applicationKey, applicationSecret] {
      bytes += Self.count(data.count) + data
    }
    bytes += Self.count(1) + [Self.p256KeyID]
    bytes += Self.count(masterPublicKey.count) + masterPublicKey
    return Base64.encode(bytes)
  }

  /// One byte up to 0x7F, two with top bits `10` up to 0x3FFF; nothing here is longer.
  private static func count(_ value: Int) -> [UInt8] {
    value <= 0x7f ? [UInt8(value)] : [0x80 | UInt8(value >> 8), UInt8(value & 0xff)]
  }
}

extension SDKConfiguration {
  /// Takes values off the front of the bytes; running out of them is `truncated`.
  private struct Reader {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var left: Int { bytes.count }

    mutating func byte() throws(ConfigurationFault) -> UInt8 {
      guard let byte = bytes.popFirst() else { throw .truncated }
      return byte
    }

    /// `0x…`: one byte; `10…`: two, 14 bits; `11…`: four, 30 bits; all big endian.
    mutating func count() throws(ConfigurationFault) -> Int {
      let first = Int(try byte())
      guard first & 0x80 != 0 else { return first }
      var value = first & 0x3f
      for _ in 0..<(first & 0x40 == 0 ? 1 : 3) {
        value = value << 8 | Int(try byte())
      }
      return value
    }

    mutating func data() throws(ConfigurationFault) -> [UInt8] {
      let size = try count()
      guard size <= bytes.count else { throw .truncated }
      defer { bytes = bytes.dropFirst(size) }
      return Array(bytes.prefix(size))
    }

    mutating func data(
      ofSize size: Int, _ part: ConfigurationFault.Part
    ) throws(ConfigurationFault) -> [UInt8] {
      let data = try data()
      guard data.count == size else {
        throw .wrongLength(part, expected: size, actual: data.count)
      }
      return data
    }
  }
}

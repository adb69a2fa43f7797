import PowerAuthCrypto
import TokenModel

extension SessionState {
  static let tag = UInt8(ascii: "P")
  static let stateVersion = UInt8(ascii: "A")
  /// In the flags of the whole state: an activation follows.
  static let hasActivation: UInt8 = 1 << 1
  /// What the reference client writes behind a state of protocol 2, and skips when it reads one: no
  /// recovery data and no counter byte.
  static let legacyTail: [UInt8] = [0, 0]

  /// Reads a state strictly: lengths, rounds and points are checked, and nothing may follow.
  ///
  /// Whether the wrapped keys are the right ones shows only when the server is asked.
  public init(parsing bytes: [UInt8]) throws(PortableStateFault) {
    var reader = PackedReader(bytes, truncated: PortableStateFault.truncated)
    guard bytes.first == Self.tag else { throw .notAState }
    _ = try reader.byte()
    guard try reader.byte() == Self.stateVersion else { throw .notAState }
    guard try reader.byte() & Self.hasActivation != 0 else {
      guard reader.rest.isEmpty else { throw .trailingBytes(reader.rest.count) }
      throw .noActivation
    }
    guard try reader.byte() == Self.tag else { throw .notAState }
    try self.init(&reader, Self.format(try reader.byte()))
    guard reader.rest.isEmpty else { throw .trailingBytes(reader.rest.count) }
  }

  private static func format(_ byte: UInt8) throws(PortableStateFault) -> Format {
    guard let format = Format(rawValue: byte) else {
      throw .unsupportedVersion(Int(byte) - Int(UInt8(ascii: "0")))
    }
    return format
  }

  private init(
    _ reader: inout PackedReader<PortableStateFault>, _ format: Format
  ) throws(PortableStateFault) {
    let number = format == .version3 ? try reader.integer(UInt64.self) : 0
    let chain = format == .version3 ? [] : try reader.key()
    self.format = format
    activationID = try reader.activationID()
    keys = try reader.wrappedKeys()
    serverPublicKey = try reader.publicKey()
    devicePublicKey = try reader.optionalPublicKey()
    wrappedDevicePrivateKey = try reader.cipherText()
    var flags = Flags(rawValue: try reader.integer())
    switch format {
    case .version3, .version4: wrappedRecovery = nil
    case .version5, .version6: wrappedRecovery = try reader.optionalCipherText()
    }
    var byte: UInt8?
    switch format {
    case .version6:
      let stored = try reader.byte()
      byte = flags.knowsCounterByte ? stored : nil
    case .version3, .version4, .version5: flags.knowsCounterByte = false
    }
    self.flags = flags
    switch format {
    case .version3:
      counter = .number(number)
      reader.skip(Self.legacyTail)
    case .version4, .version5, .version6: counter = .chain(chain, byte: byte)
    }
  }
}

extension PackedReader<PortableStateFault> {
  /// Sixteen bytes.
  fileprivate mutating func key() throws(PortableStateFault) -> [UInt8] {
    let key = try data()
    guard key.count == FactorKeyWrap.size else { throw .damagedKeys }
    return key
  }

  /// Sixteen bytes or none.
  private mutating func optionalKey() throws(PortableStateFault) -> [UInt8]? {
    let key = try data()
    guard !key.isEmpty else { return nil }
    guard key.count == FactorKeyWrap.size else { throw .damagedKeys }
    return key
  }

  fileprivate mutating func activationID() throws(PortableStateFault) -> String {
    let id = String(validating: try data(), as: UTF8.self)
    guard let id, HeaderFields.canCarry(id) else { throw .noActivation }
    return id
  }

  /// Iterations and salt stand before the four keys.
  fileprivate mutating func wrappedKeys() throws(PortableStateFault) -> SessionState.WrappedKeys {
    let iterations = Int(try integer(UInt32.self))
    let salt = try key()
    let possession = try key()
    let knowledge = KnowledgeWrap(
      wrappedKey: try key(), salt: salt, iterations: iterations, hash: .sha1)
    let biometry = try optionalKey().map { BiometryWrap(wrappedKey: $0) }
    let transport = try key()
    guard KnowledgeWrap.portableIterations.contains(iterations) else { throw .damagedKeys }
    return SessionState.WrappedKeys(
      possession: possession, knowledge: knowledge, biometry: biometry, transport: transport)
  }

  fileprivate mutating func publicKey() throws(PortableStateFault) -> PublicKey {
    guard let key = try optionalPublicKey() else { throw .damagedKeys }
    return key
  }

  fileprivate mutating func optionalPublicKey() throws(PortableStateFault) -> PublicKey? {
    let point = try data()
    guard !point.isEmpty else { return nil }
    guard let key = try? PublicKey(point) else { throw .damagedKeys }
    return key
  }

  /// Whole blocks, one at least.
  fileprivate mutating func cipherText() throws(PortableStateFault) -> [UInt8] {
    guard let text = try optionalCipherText() else { throw .damagedKeys }
    return text
  }

  fileprivate mutating func optionalCipherText() throws(PortableStateFault) -> [UInt8]? {
    let text = try data()
    guard text.count % AESCBC.blockSize == 0 else { throw .damagedKeys }
    return text.isEmpty ? nil : text
  }
}

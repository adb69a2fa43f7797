import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

/// States laid out by hand, byte by byte, as the reference client documents them.
enum HandMadeState {
  static let point = PrivateKey.generate().publicKey
  static let ids = "activation-1"

  /// Count, then so many bytes of one value.
  static func data(_ value: UInt8, _ count: Int = 16) -> [UInt8] {
    [UInt8(count)] + [UInt8](repeating: value, count: count)
  }

  /// What stands between the counter and the end of version 4.
  static func middle(flags: [UInt8] = [0, 0, 0, 0]) -> [UInt8] {
    let iterations: [UInt8] = [0, 0, 0x27, 0x10]
    let keys = data(2) + data(3) + data(4) + data(5) + data(6)
    let points = [33] + point.compressed + [33] + point.compressed
    return [12] + Array(ids.utf8) + iterations + keys + points + data(7, 48) + flags
  }

  static func version(_ format: SessionState.Format) -> [UInt8] {
    let header = Array("PA\u{2}P".utf8) + [format.rawValue]
    let chain = data(1)
    switch format {
    case .version3: return header + [0, 0, 0, 0, 0, 0, 2, 10] + middle() + [0, 0]
    case .version4: return header + chain + middle()
    case .version5: return header + chain + middle() + data(8, 48)
    case .version6: return header + chain + middle(flags: [0, 0, 4, 0]) + data(8, 48) + [42]
    }
  }

  /// The state with one byte changed.
  static func version(
    _ format: SessionState.Format, at offset: Int, _ byte: UInt8
  ) -> [UInt8] {
    var bytes = version(format)
    bytes[offset] = byte
    return bytes
  }
}

@Suite struct SessionStateTests {
  @Test(arguments: SessionState.Format.allCases)
  func `a hand-made state is understood member by member`(format: SessionState.Format) throws {
    let state = try SessionState(parsing: HandMadeState.version(format))
    #expect(state.format == format)
    #expect(state.activationID == HandMadeState.ids)
    #expect(state.keys.knowledge.iterations == 10_000)
    #expect(state.keys.knowledge.hash == .sha1)
    let keys = state.keys
    let members = [
      keys.knowledge.salt, keys.possession, keys.knowledge.wrappedKey,
      try #require(keys.biometry).wrappedKey, keys.transport,
    ]
    #expect(members == (2...6).map { [UInt8](repeating: $0, count: 16) })
    #expect(state.serverPublicKey == HandMadeState.point)
    #expect(state.devicePublicKey == HandMadeState.point)
    #expect(state.wrappedDevicePrivateKey == [UInt8](repeating: 7, count: 48))
    #expect(!state.usesExternalKey)
    #expect(!state.isUpgradePending)
  }

  @Test(arguments: SessionState.Format.allCases)
  func `counter and recovery data are what their version has`(
    format: SessionState.Format
  ) throws {
    let state = try SessionState(parsing: HandMadeState.version(format))
    let chain = [UInt8](repeating: 1, count: 16)
    let recovery = [UInt8](repeating: 8, count: 48)
    switch format {
    case .version3:
      #expect(state.counter == .number(522))
      #expect(state.wrappedRecovery == nil)
    case .version4:
      #expect(state.counter == .chain(chain, byte: nil))
      #expect(state.wrappedRecovery == nil)
    case .version5:
      #expect(state.counter == .chain(chain, byte: nil))
      #expect(state.wrappedRecovery == recovery)
    case .version6:
      #expect(state.counter == .chain(chain, byte: 42))
      #expect(state.wrappedRecovery == recovery)
    }
    #expect(state.knowsCounterByte == [.version3, .version6].contains(format))
  }

  @Test(arguments: SessionState.Format.allCases)
  func `what is read is written again byte for byte`(format: SessionState.Format) throws {
    let bytes = HandMadeState.version(format)
    #expect(try SessionState(parsing: bytes).bytes == bytes)
  }

  @Test(arguments: SessionState.Format.allCases)
  func `every truncation is refused by name`(format: SessionState.Format) {
    let bytes = HandMadeState.version(format)
    #expect(throws: PortableStateFault.notAState) { try SessionState(parsing: []) }
    for count in 1..<bytes.count {
      // Protocol 2 was first written without the two bytes at the end.
      if format == .version3, count == bytes.count - 2 { continue }
      let isHalfTail = format == .version3 && count == bytes.count - 1
      #expect(throws: isHalfTail ? PortableStateFault.trailingBytes(1) : .truncated) {
        try SessionState(parsing: Array(bytes.prefix(count)))
      }
    }
  }

  @Test(arguments: SessionState.Format.allCases)
  func `every byte behind the end is refused by name`(format: SessionState.Format) {
    let bytes = HandMadeState.version(format)
    for byte in UInt8.min...UInt8.max {
      #expect(throws: PortableStateFault.trailingBytes(format == .version3 ? 3 : 1)) {
        try SessionState(parsing: bytes + [byte])
      }
    }
  }

  @Test func `a state of protocol 2 ends with its flags, or as the reference ends it`() throws {
    let bytes = HandMadeState.version(.version3)
    let short = try SessionState(parsing: bytes.dropLast(2))
    #expect(try short == SessionState(parsing: bytes))
    #expect(throws: PortableStateFault.trailingBytes(2)) {
      try SessionState(parsing: bytes.dropLast() + [1])
    }
  }

  @Test(arguments: [
    (HandMadeState.version(.version6, at: 0, 0x51), PortableStateFault.notAState),
    (HandMadeState.version(.version6, at: 1, 0x42), .notAState),
    (HandMadeState.version(.version6, at: 3, 0x52), .notAState),
    (HandMadeState.version(.version6, at: 4, 0x32), .unsupportedVersion(2)),
    (HandMadeState.version(.version6, at: 4, 0x37), .unsupportedVersion(7)),
    (Array("PA\u{0}".utf8), .noActivation), (Array("PA\u{0}P".utf8), .trailingBytes(1)),
    (Array("hello".utf8), .notAState),
  ])
  func `wrong tags and versions are refused by name`(
    bytes: [UInt8], fault: PortableStateFault
  ) {
    #expect(throws: fault) { try SessionState(parsing: bytes) }
  }

  /// Replaces one packed member of version 4 by another.
  func state(_ member: [UInt8], by other: [UInt8]) throws -> [UInt8] {
    let bytes = HandMadeState.version(.version4)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: member) }, "the member is there")
    return bytes[..<start] + other + bytes[(start + member.count)...]
  }

  @Test(arguments: 1...6)
  func `a key of another length is refused`(value: UInt8) throws {
    for count in [15, 17] {
      let bytes = try state(
        HandMadeState.data(value), by: HandMadeState.data(value, count))
      #expect(throws: PortableStateFault.damagedKeys) { try SessionState(parsing: bytes) }
    }
    let bytes = try state(HandMadeState.data(value), by: [0])
    if value == 5 {
      #expect(try SessionState(parsing: bytes).keys.biometry == nil)
    } else {
      #expect(throws: PortableStateFault.damagedKeys) { try SessionState(parsing: bytes) }
    }
  }

  @Test(arguments: [
    [0], [33, 2] + [UInt8](repeating: 0xff, count: 32), [1, 0],
    [32] + [UInt8](repeating: 1, count: 32),
  ])
  func `a server key that is no point of the curve is refused`(point: [UInt8]) throws {
    let bytes = try state([33] + HandMadeState.point.compressed, by: point)
    #expect(throws: PortableStateFault.damagedKeys) { try SessionState(parsing: bytes) }
  }

  @Test(arguments: [[0], HandMadeState.data(7, 47), HandMadeState.data(7, 1)])
  func `a private key that is not whole blocks is refused`(member: [UInt8]) throws {
    let bytes = try state(HandMadeState.data(7, 48), by: member)
    #expect(throws: PortableStateFault.damagedKeys) { try SessionState(parsing: bytes) }
  }

  @Test(
    arguments: [
      ([0x7f - 0xf], 0x70), ([0x80, 0x80], 0x80), ([0xbf, 0xf0], 0x3ff0),
      ([0xc0, 0, 0x40, 0], 0x4000),
    ] as [([UInt8], Int)])
  func `a count takes one, two or four bytes`(count: [UInt8], size: Int) throws {
    let key = [UInt8](repeating: 9, count: size)
    let bytes = try state(HandMadeState.data(7, 48), by: count + key)
    let state = try SessionState(parsing: bytes)
    #expect(state.wrappedDevicePrivateKey == key)
    #expect(state.bytes == bytes)
  }

  @Test(
    arguments: [
      [0, 0, 0x27, 0x0f], [0, 0, 0, 0], [0, 0x98, 0x96, 0x81], [0x80, 0, 0, 0],
    ] as [[UInt8]])
  func `too few and too many rounds are refused`(iterations: [UInt8]) throws {
    let bytes = try state([0, 0, 0x27, 0x10], by: iterations)
    #expect(throws: PortableStateFault.damagedKeys) { try SessionState(parsing: bytes) }
  }

  @Test(arguments: [[0], [1, 0x20], [1, 0x22], [2, 0xc3, 0x28]] as [[UInt8]])
  func `an identifier that no header can carry is none`(member: [UInt8]) throws {
    let bytes = try state([12] + Array(HandMadeState.ids.utf8), by: member)
    #expect(throws: PortableStateFault.noActivation) { try SessionState(parsing: bytes) }
  }
}

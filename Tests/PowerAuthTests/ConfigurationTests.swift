import PowerAuth
import PowerAuthCrypto
import Testing

@Suite struct ConfigurationTests {
  static let key = PrivateKey.generate().publicKey
  static let head: [UInt8] =
    [1, 16] + [UInt8](repeating: 1, count: 16) + [16] + [UInt8](repeating: 2, count: 16)
  static let entry: [UInt8] = [1, 33] + key.compressed

  static func read(_ bytes: [UInt8]) throws -> ApplicationCredentials {
    try ApplicationCredentials(sdkConfiguration: Base64.encode(bytes))
  }

  @Test func `unknown keys are skipped, longer counts read`() throws {
    let long: [UInt8] = [9, 0x81, 0x00] + [UInt8](repeating: 7, count: 256)
    let longer: [UInt8] = [8, 0xc0, 0x00, 0x00, 0x02, 5, 5]
    let credentials = try Self.read(Self.head + [0x80, 3] + long + Self.entry + longer)
    #expect(credentials.masterPublicKey == Self.key)
    #expect(credentials.applicationKey == Base64.encode([UInt8](repeating: 1, count: 16)))
    #expect(
      try ApplicationCredentials(sdkConfiguration: credentials.sdkConfiguration) == credentials)
  }

  static let faults: [([UInt8], ConfigurationFault)] = [
    ([], .truncated),
    ([2], .unsupportedFormat(2)),
    ([1, 16, 0], .truncated),
    (
      [1, 15] + [UInt8](repeating: 1, count: 15),
      .wrongLength(.applicationKey, expected: 16, actual: 15)
    ),
    (head, .truncated),
    (head + [0], .masterPublicKeyCount(0)),
    (head + [1, 2, 0], .masterPublicKeyCount(0)),
    (head + [2] + entry + entry, .masterPublicKeyCount(2)),
    (head + [1] + entry + [0, 0], .trailingBytes(2)),
    (head + [2] + entry, .truncated),
    (head + [1, 1, 1, 0], .notAPoint),
    (head + [1, 1, 0xff, 0xff, 0xff, 0xff], .truncated),
  ]

  @Test(arguments: faults)
  func `a violation is named`(bytes: [UInt8], fault: ConfigurationFault) {
    #expect(throws: fault) { try Self.read(bytes) }
  }

  @Test func `text that is not Base64 is named by its part`() {
    let good = Base64.encode([UInt8](repeating: 1, count: 16))
    let point = Base64.encode(Self.key.compressed)
    #expect(throws: ConfigurationFault.notBase64(.sdkConfiguration)) {
      try ApplicationCredentials(sdkConfiguration: "no config")
    }
    #expect(throws: ConfigurationFault.notBase64(.applicationKey)) {
      try ApplicationCredentials(
        applicationKey: "?", applicationSecret: good, masterPublicKey: point)
    }
    #expect(throws: ConfigurationFault.wrongLength(.applicationSecret, expected: 16, actual: 3)) {
      try ApplicationCredentials(
        applicationKey: good, applicationSecret: "AAAA", masterPublicKey: point)
    }
    #expect(throws: ConfigurationFault.notBase64(.masterPublicKey)) {
      try ApplicationCredentials(
        applicationKey: good, applicationSecret: good, masterPublicKey: "=")
    }
    #expect(throws: ConfigurationFault.notAPoint) {
      try ApplicationCredentials(
        applicationKey: good, applicationSecret: good, masterPublicKey: good)
    }
  }

  @Test(arguments: [
    (ConfigurationFault.notBase64(.masterPublicKey), "the master public key is not Base64"),
    (
      .wrongLength(.applicationKey, expected: 16, actual: 3),
      "the application key has 3 bytes, not 16"
    ),
    (.notAPoint, "the master public key is not a point of the curve P-256"),
    (.unsupportedFormat(2), "the SDK configuration has format version 2, not 1"),
    (.truncated, "the SDK configuration is cut off"),
    (.trailingBytes(2), "the SDK configuration has 2 bytes too many at its end"),
    (.masterPublicKeyCount(0), "the SDK configuration holds 0 P-256 master public keys, not 1"),
  ])
  func `every fault says what is wrong`(fault: ConfigurationFault, text: String) {
    #expect(fault.description == text)
  }
}

import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `SHA-256 gives the digests of FIPS 180`(text: String, digest: String) {
    #expect(SHA256.hash(Array(text.utf8)) == hex(digest))
  }

  /// RFC 4231, cases 1, 2 and 6; the last has a key longer than a block.
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `HMAC-SHA256 gives the codes of RFC 4231`(key: [UInt8], data: String, code: String) {
    let data = Array(data.utf8)
    #expect(HMACSHA256.code(of: data, key: Secret(key)) == hex(code))
    #expect(HMACSHA256.isValid(hex(code), of: data, key: Secret(key)))
    #expect(!HMACSHA256.isValid(hex(code), of: data + [0], key: Secret(key)))
  }

  @Test func `a code cut short is not valid`() {
    let key = Secret([1, 2, 3])
    let code = HMACSHA256.code(of: [], key: key)
    #expect(!HMACSHA256.isValid(Array(code.dropLast()), of: [], key: key))
  }

  @Test func `a code may be written over its own key`() {
    let key = SecureRandom.bytes(32)
    var buffer = key
    buffer.withUnsafeMutableBytes { bytes in
      HMACSHA256.code(
        of: UnsafeRawBufferPointer(bytes), key: UnsafeRawBufferPointer(bytes), into: bytes)
    }
    #expect(buffer == HMACSHA256.code(of: key, key: Secret(key)))
  }

  @Test(arguments: [([], [], true), ([1], [1], true), ([1], [2], false), ([1], [1, 1], false)])
  func `comparison tells equal bytes`(one: [UInt8], other: [UInt8], equal: Bool) {
    #expect(ConstantTime.equal(one, other) == equal)
  }

  @Test func `random bytes have the size asked for and do not repeat`() {
    #expect(SecureRandom.bytes(0).isEmpty)
    #expect(SecureRandom.bytes(16).count == 16)
    #expect(SecureRandom.bytes(16) != SecureRandom.bytes(16))
    #expect(SecureRandom.secret(32).count == 32)
    #expect(SecureRandom.secret(32) != SecureRandom.secret(32))
  }

  @Test func `wiping zeroes every byte`() {
    var bytes = SecureRandom.bytes(100)
    bytes.wipe()
    #expect(bytes == [UInt8](repeating: 0, count: 100))
  }
}

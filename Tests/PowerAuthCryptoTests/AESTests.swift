import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct AESCBCTests {
  let key = Secret(hex("2b7e151628aed2a6abf7158809cf4f3c"))
  let iv = hex("000102030405060708090a0b0c0d0e0f")

  /// NIST SP 800-38A, F.2.1, the first two blocks.
  @Test func `the published ciphertext comes out and goes back`() throws {
    let plaintext = hex("6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51")
    let expected = hex("7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2")
    #expect(try AESCBC.encrypt(plaintext, key: key, iv: iv, padding: .none) == expected)
    let back = try AESCBC.decrypt(expected, key: key, iv: iv, padding: .none)
    #expect(back == Secret(plaintext))
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func `padding carries any length`(count: Int) throws {
    let plaintext = SecureRandom.bytes(count)
    let ciphertext = try AESCBC.encrypt(plaintext, key: key, iv: iv, padding: .pkcs7)
    #expect(ciphertext.count == (count / 16 + 1) * 16)
    #expect(
      try AESCBC.decrypt(ciphertext, key: key, iv: iv, padding: .pkcs7) == Secret(plaintext))
    #expect(
      try AESCBC.encrypt(Secret(plaintext), key: key, iv: iv, padding: .pkcs7) == ciphertext)
  }

  @Test func `without padding a wrong key gives other bytes and no error`() throws {
    let secret = SecureRandom.secret(16)
    let wrapped = try AESCBC.encrypt(secret, key: key, padding: .none)
    #expect(wrapped.count == 16)
    let other = try AESCBC.decrypt(wrapped, key: SecureRandom.secret(16), padding: .none)
    #expect(other != secret)
    #expect(other.count == 16)
  }

  @Test(arguments: [[], hex("00"), hex("6bc1bee22e409f96e93d7e117393172a")])
  func `damaged padding is refused`(ciphertext: [UInt8]) {
    #expect(throws: CryptoError.notAuthentic) {
      try AESCBC.decrypt(ciphertext, key: key, iv: iv, padding: .pkcs7)
    }
  }

  @Test func `half a block cannot be encrypted without padding`() {
    #expect(throws: CryptoError.notAuthentic) {
      try AESCBC.encrypt([1, 2, 3], key: key, iv: iv, padding: .none)
    }
  }

  @Test(arguments: [0, 15, 17, 32])
  func `keys and vectors of other sizes are refused`(count: Int) {
    let wrong = [UInt8](repeating: 1, count: count)
    #expect(throws: CryptoError.invalidLength(expected: 16, actual: count)) {
      try AESCBC.encrypt([], key: Secret(wrong), iv: iv, padding: .pkcs7)
    }
    #expect(throws: CryptoError.invalidLength(expected: 16, actual: count)) {
      try AESCBC.decrypt(iv, key: key, iv: wrong, padding: .pkcs7)
    }
  }
}

@Suite struct AESGCMTests {
  let key = Secret(
    hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"))

  /// The GCM specification, test case 16.
  @Test func `the published ciphertext and tag come out`() throws {
    let box = try AESGCM.seal(
      Secret(
        hex(
          """
          d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
          1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
          """)),
      key: key, authenticating: hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
      nonce: hex("cafebabefacedbaddecaf888"))
    let expected = hex(
      """
      cafebabefacedbaddecaf888
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
      76fc6ece0f4e1768cddf8853bb2d551b
      """)
    #expect(box == expected)
  }

  @Test(arguments: [0, 1, 16, 100])
  func `what was sealed opens again`(count: Int) throws {
    let plaintext = SecureRandom.secret(count)
    let box = try AESGCM.seal(plaintext, key: key, authenticating: [1, 2])
    #expect(box.count == count + 28)
    #expect(try AESGCM.open(box, key: key, authenticating: [1, 2]) == plaintext)
  }

  @Test func `any changed byte, context or key is refused`() throws {
    let box = try AESGCM.seal(Secret([1, 2, 3]), key: key, authenticating: [7])
    for index in box.indices {
      var damaged = box
      damaged[index] ^= 0x80
      #expect(throws: CryptoError.notAuthentic) {
        try AESGCM.open(damaged, key: key, authenticating: [7])
      }
    }
    #expect(throws: CryptoError.notAuthentic) {
      try AESGCM.open(box, key: key, authenticating: [])
    }
    #expect(throws: CryptoError.notAuthentic) {
      try AESGCM.open(box, key: SecureRandom.secret(32), authenticating: [7])
    }
    #expect(throws: CryptoError.notAuthentic) {
      try AESGCM.open(Array(box.prefix(27)), key: key, authenticating: [7])
    }
  }

  @Test func `two boxes of one secret differ`() throws {
    let secret = Secret([1, 2, 3])
    let boxes = try (0..<2).map { _ in try AESGCM.seal(secret, key: key, authenticating: []) }
    #expect(boxes[0] != boxes[1])
  }

  @Test func `keys and nonces of other sizes are refused`() {
    #expect(throws: CryptoError.invalidLength(expected: 32, actual: 16)) {
      try AESGCM.seal(Secret([]), key: SecureRandom.secret(16), authenticating: [])
    }
    #expect(throws: CryptoError.invalidLength(expected: 12, actual: 16)) {
      try AESGCM.seal(Secret([]), key: key, authenticating: [], nonce: SecureRandom.bytes(16))
    }
  }
}

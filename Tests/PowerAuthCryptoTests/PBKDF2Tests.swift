import COpenSSL
import Testing
import TokenModel

@testable import PowerAuthCrypto

@Suite struct PBKDF2Tests {
  @Test(arguments: [
    (1, PBKDF2.Hash.sha1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
    (4096, PBKDF2.Hash.sha1, "4b007901b765489abead49d926f721d065a429c1"),
    (1, PBKDF2.Hash.sha256, "120fb6cffcf8b32c43e7225256c4f837a86548c9"),
    (4096, PBKDF2.Hash.sha256, "c5e478d59288c841aa530db6845c4c8d962893a0"),
  ])
  func `published vectors come out`(iterations: Int32, hash: PBKDF2.Hash, key: String) {
    let derived = PBKDF2.derive(
      from: Secret("password".utf8), salt: Array("salt".utf8), insecureIterations: iterations,
      hash: hash, count: 20)
    #expect(derived == Secret(hex(key)))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200], [1, 16, 20, 32, 33, 64, 100])
  func `every length of password and key is what libcrypto derives`(length: Int, count: Int) {
    let password = SecureRandom.bytes(length)
    let salt = SecureRandom.bytes(length / 2)
    for (hash, digest) in [(PBKDF2.Hash.sha1, EVP_sha1()), (.sha256, EVP_sha256())] {
      var expected = [UInt8](repeating: 0, count: count)
      let done = password.withUnsafeBytes { bytes in
        PKCS5_PBKDF2_HMAC(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(length), salt,
          Int32(salt.count), 7, digest, Int32(count), &expected)
      }
      #expect(done == 1)
      let derived = PBKDF2.derive(
        from: Secret(password), salt: salt, insecureIterations: 7, hash: hash, count: count)
      #expect(derived == Secret(expected))
    }
  }

  @Test(arguments: [-1, 0, 1, 9_999, Int(Int32.max) + 1])
  func `too few rounds, or more than can be counted, are refused`(iterations: Int) {
    #expect(throws: CryptoError.tooFewIterations(iterations)) {
      try PBKDF2.derive(
        from: Secret([1]), salt: [2], iterations: iterations, hash: .sha256, count: 16)
    }
  }
}

import PowerAuthCrypto
import Testing

@Suite struct ECDSATests {
  let key = PrivateKey.generate()
  let message = Array("message".utf8)

  @Test(arguments: [ECDSAFormat.der, .raw])
  func `a signature holds for its message and key alone`(format: ECDSAFormat) {
    let signature = key.signature(for: message, format: format)
    #expect(key.publicKey.isValid(signature, for: message, format: format))
    #expect(!key.publicKey.isValid(signature, for: message + [0], format: format))
    #expect(
      !PrivateKey.generate().publicKey.isValid(signature, for: message, format: format))
  }

  @Test func `the raw form is always 64 bytes and never passes for DER`() {
    for _ in 0..<64 {
      let signature = key.signature(for: message, format: .raw)
      #expect(signature.count == 64)
      #expect(!key.publicKey.isValid(signature, for: message, format: .der))
    }
  }

  @Test(arguments: [ECDSAFormat.der, .raw])
  func `any changed byte spoils a signature`(format: ECDSAFormat) {
    let signature = key.signature(for: message, format: format)
    for index in signature.indices {
      var damaged = signature
      damaged[index] ^= 1
      #expect(!key.publicKey.isValid(damaged, for: message, format: format))
    }
  }

  @Test(arguments: [
    [], [0], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0xff, count: 64),
    [0x30, 0x80], [UInt8](repeating: 0x30, count: 72),
  ])
  func `garbage is merely not valid`(garbage: [UInt8]) {
    #expect(!key.publicKey.isValid(garbage, for: message, format: .der))
    #expect(!key.publicKey.isValid(garbage, for: message, format: .raw))
  }
}

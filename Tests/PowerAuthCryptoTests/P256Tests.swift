import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct P256Tests {
  static let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
  static let generator = hex(
    "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296")

  static let badScalars: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    order,
    Array(order.dropLast()) + [0x52],
    [UInt8](repeating: 0xff, count: 32),
    [1],
    [UInt8](repeating: 1, count: 33),
    [],
  ]

  static let badPoints: [[UInt8]] = [
    [],
    [0],
    [UInt8](repeating: 0, count: 33),
    [UInt8](repeating: 0, count: 65),
    [4] + [UInt8](repeating: 0, count: 64),
    [2] + [UInt8](repeating: 0xff, count: 32),
    [5] + generator.dropFirst(),
    Array(generator.dropLast()),
    generator + [0],
  ]

  @Test(arguments: badScalars)
  func `a scalar outside 1 to n-1 or of another size is refused`(scalar: [UInt8]) {
    #expect(throws: CryptoError.invalidPrivateKey) { try PrivateKey(scalar: Secret(scalar)) }
  }

  @Test func `the smallest and the largest scalar are keys`() throws {
    let one = try PrivateKey(scalar: Secret([UInt8](repeating: 0, count: 31) + [1]))
    let last = try PrivateKey(scalar: Secret(Array(Self.order.dropLast()) + [0x50]))
    #expect(one.publicKey.uncompressed.count == 65)
    // n - 1 times the generator is its mirror image: same x, other y.
    #expect(one.publicKey.x == last.publicKey.x)
    #expect(one.publicKey != last.publicKey)
    #expect(one.publicKey.compressed == Self.generator)
  }

  @Test(arguments: badPoints)
  func `what is not a point on the curve is refused`(encoded: [UInt8]) {
    #expect(throws: CryptoError.invalidPublicKey) { try PublicKey(encoded) }
  }

  @Test func `a point moved off the curve and the hybrid form are refused`() {
    let point = PrivateKey.generate().publicKey.uncompressed
    var moved = point
    moved[64] ^= 1
    #expect(throws: CryptoError.invalidPublicKey) { try PublicKey(moved) }
    #expect(throws: CryptoError.invalidPublicKey) {
      try PublicKey([6 | point[64] & 1] + point.dropFirst())
    }
  }

  @Test func `a generated key survives export and import`() throws {
    let key = PrivateKey.generate()
    let again = try PrivateKey(scalar: key.scalar)
    let peer = PrivateKey.generate()
    #expect(again == key)
    #expect(
      again.sharedSecret(with: peer.publicKey) == peer.sharedSecret(with: key.publicKey))
    #expect(key != peer)
  }

  @Test func `a private key does not print itself`() {
    let key = PrivateKey.generate()
    #expect("\(key)" == "•••")
  }

  @Test func `one key serves many tasks at once`() async {
    let key = PrivateKey.generate()
    let peer = PrivateKey.generate()
    let expected = key.sharedSecret(with: peer.publicKey)
    let agreed = await withTaskGroup { group in
      for _ in 0..<64 {
        group.addTask {
          let signature = key.signature(for: [1])
          return key.sharedSecret(with: peer.publicKey) == expected
            && key.publicKey.isValid(signature, for: [1])
        }
      }
      return await group.allSatisfy { $0 }
    }
    #expect(agreed)
  }
}

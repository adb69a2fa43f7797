import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct CodeTests {
  static let code = "AAAAA-AAAAA-AAAAA-AAAAA"

  @Test func `a signed code is valid by its key alone, a bare one says nothing`() throws {
    let masterKey = PrivateKey.generate()
    let bare = try ActivationCode(Self.code)
    let signature = Base64.encode(ActivationCodeSignature.sign(bare, by: masterKey))
    let signed = try ActivationCode("\(Self.code)#\(signature)")
    #expect(ActivationCodeSignature.isValid(signed, by: masterKey.publicKey) == true)
    #expect(ActivationCodeSignature.isValid(signed, by: PrivateKey.generate().publicKey) == false)
    #expect(ActivationCodeSignature.isValid(bare, by: masterKey.publicKey) == nil)
  }

  @Test(arguments: ["", "123456789", "12345678901", "123456789a", "١٢٣٤٥٦٧٨٩٠", " 123456789"])
  func `a PUK is ten ASCII digits`(text: String) {
    #expect(!RecoveryCode.isPUK(text))
  }

  @Test(arguments: ["R:", "r:\(code)", "R:R:\(code)", "\(code)#AAAA", "R:AAAAA-AAAAA-AAAAA-AAAAQ"])
  func `what is no recovery code is refused`(text: String) {
    #expect(throws: ActivationCode.Fault.self) { try RecoveryCode(text) }
  }

  @Test(arguments: [
    ("AAAAA-AAAAA-AAAAA-AAAAQ", ActivationCode.Fault.checksum),
    ("R:BAAAA-AAAAA-AAAAA-AAAAA", .checksum), ("AAAAA-AAAAA-AAAAA-AAAA", .incomplete(found: 19)),
    ("AAAAAAAAAAAAAAAAAAAA", .groupsWithoutDashes), ("\(code)#AAAA", .signatureFormat),
    ("AAAAA-AAAA1-AAAAA-AAAAA", .foreignCharacter("1", at: 11)),
  ])
  func `what is wrong with a recovery code has a name`(
    text: String, fault: ActivationCode.Fault
  ) {
    #expect(throws: fault) { try RecoveryCode(text) }
  }

  @Test(arguments: [0, 29, 30, 59].map(Int64.init))
  func `a proximity code stands for its step`(time: Int64) {
    let seed = Secret([UInt8](repeating: 1, count: 16))
    let code = ProximityOTP.compute(seed: seed, unixTime: time)
    #expect(code.count == 8)
    #expect(code == ProximityOTP.compute(seed: seed, unixTime: time / 30 * 30))
    #expect(code != ProximityOTP.compute(seed: seed, unixTime: time + 30))
  }
}

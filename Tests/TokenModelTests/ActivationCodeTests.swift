import Testing
import TokenModel

@Suite struct ActivationCodeTests {
  static let sample = "VVVVV-VVVVV-VVVVV-VTFVA"

  @Test(arguments: [
    sample, "55555-55555-55555-55YMA", "W65WE-3T7VI-7FBS2-A4OYA", "AAAAA-AAAAA-AAAAA-AAAAA",
  ])
  func `a code whose checksum holds is accepted`(text: String) throws {
    #expect(try ActivationCode(text).text == text)
  }

  @Test(
    arguments: [
      ("VVVVV-VVVVV-VVVVV-VTFAV", .checksum),
      ("VVVVVVVVVVVVVVVVTFVA", .groupsWithoutDashes),
      ("VVVVV-VVVVV-VVVVVV-TFVA", .groupsWithoutDashes),
      ("VVVVV", .incomplete(found: 5)),
      ("", .incomplete(found: 0)),
      ("vVVVV-VVVVV-VVVVV-VTFVA", .foreignCharacter("v", at: 1)),
      ("VVVVV-VVVVV-VVVVV-VTFV8", .foreignCharacter("8", at: 23)),
      (sample + "#", .signatureFormat),
      (sample + "#???", .signatureFormat),
      (sample + "#AAAA#AAAA", .signatureFormat),
    ] as [(String, ActivationCode.Fault)])
  func `a malformed code names the place and the rule`(text: String, fault: ActivationCode.Fault) {
    #expect(throws: fault) { try ActivationCode(text) }
  }

  @Test func `the four bits beyond the twelve bytes do not count`() throws {
    #expect(try ActivationCode("VVVVV-VVVVV-VVVVV-VTFVB").text.hasSuffix("VB"))
  }

  @Test(arguments: [
    "vvvvv vvvvv vvvvv vtfva", "VVVVVVVVVVVVVVVVTFVA", "  VVVVV-VVVVV-VVVVV-VTFVA\n",
    "vvvvvvvvvv-vvvvv-vtfva",
  ])
  func `typing help forgives case, blanks and dashes`(typed: String) throws {
    #expect(try ActivationCode(typed: typed).text == Self.sample)
  }

  @Test func `typing help reads zero as O and one as I`() {
    #expect(ActivationCodeTyping.corrected("a0-1 b8") == "AOIB8")
    #expect(ActivationCodeTyping.grouped("ABCDEFGHIJKL") == "ABCDE-FGHIJ-KL")
  }

  @Test func `the signature travels behind the code`() throws {
    let code = try ActivationCode(typed: Self.sample.lowercased() + "#AQID")
    #expect(code.signature == [1, 2, 3])
    #expect(code.qrText == Self.sample + "#AQID")
  }

  @Test func `ten random bytes make a valid code`() throws {
    let code = try #require(ActivationCode(random: [1, 2, 3, 4, 5, 6, 7, 8, 9, 250]))
    #expect(try ActivationCode(code.text) == code)
    #expect(ActivationCode(random: [1, 2, 3]) == nil)
  }
}

import Foundation
import Testing
import TokenModel

/// What a text is about.
@Suite struct ScannedTextTests {
  static let code = "VVVVV-VVVVV-VVVVV-VTFVA"
  static let offline = """
    5ff1b1ed-a3cc-45a3-8ab0-ed60950312b6
    Payment
    Please confirm this payment
    A1*A100CZK*ICZ2730300000001165254011*D20180425*Thello world
    BCFX
    AD8bOO0Df73kNaIGb3Vmpg==
    0MEYCIQDby1Uq+MaxiAAGzKmE/McHzNOUrvAP2qqGBvSgcdtyjgIhAMo1sgqNa1pPZTFBhhKvCKFLGDuHuTTYexdmHFjUUIJW
    """

  @Test func `each kind is known by its form`() throws {
    let signed = code + "#MEUCIQ=="
    #expect(ScannedText(Self.code) == .activation(try ActivationCode(Self.code)))
    #expect(ScannedText(signed) == .activation(try ActivationCode(signed)))
    #expect(
      ScannedText(" vvvvv vvvvv vvvvv vtfva\r\n") == .activation(try ActivationCode(Self.code)))
    #expect(ScannedText("R:" + Self.code) == .recovery(try ActivationCode(Self.code)))
    let link = "mtoken://operation?oid=1&potp=2"
    #expect(ScannedText(link) == .operation(try OperationLink(parsing: link)))
    #expect(ScannedText(Self.offline) == .offline(Self.offline))
    let other = Self.offline.replacing("\n", with: "\r\n") + "\r\n"
    #expect(ScannedText(other) == .offline(other))
  }

  private var code: String { Self.code }

  @Test func `an offline text that is broken is still one`() {
    let broken = Self.offline.replacing("A1*", with: "??")
    #expect(ScannedText(broken) == .offline(broken))
  }

  @Test(arguments: [
    "", "abc", "VVVVV-VVVVV-VVVVV-WTFVA", "R:VVVVV-VVVVV-VVVVV-VTFVA#MEUCIQ==", "R:", "12345678",
    "https://bank.example", "one\ntwo\nthree", "1\n2\n3\n4\n5\n6\nseven",
    code + "#", code + "#MEUCIQ==#", "\u{0}\u{1}", String(repeating: "\n", count: 4296),
  ])
  func `anything else is nothing`(text: String) {
    #expect(ScannedText(text) == .unknown)
  }

  @Test func `of several texts the first that leads anywhere counts`() {
    #expect(ScannedText(firstOf: []) == .unknown)
    #expect(ScannedText(firstOf: ["abc", Self.code, "mtoken://o?oid=1"]) == ScannedText(Self.code))
  }
}

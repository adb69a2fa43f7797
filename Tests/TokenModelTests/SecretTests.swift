import Testing
import TokenModel

@Suite struct SecretTests {
  @Test func `a secret prints as dots in every way that Swift prints`() {
    let secret = Secret(Array("opensesame".utf8))
    var dumped = ""
    dump(secret, to: &dumped)
    let texts = ["\(secret)", String(describing: secret), String(reflecting: secret), dumped]
    for text in texts {
      #expect(text.contains("•••"))
      #expect(!text.contains("opensesame"))
      #expect(!text.contains("111"))
    }
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test func `secrets are equal when their bytes are`() {
    #expect(Secret([1, 2, 3]) == Secret([1, 2, 3]))
    #expect(Secret([1, 2, 3]) != Secret([1, 2, 4]))
    #expect(Secret([1, 2, 3]) != Secret([1, 2]))
    #expect(Secret([]) == Secret([]))
  }

  @Test func `a failing fill throws and leaves nothing`() {
    struct Refused: Error {}
    #expect(throws: Refused.self) { try Secret(count: 4) { _ in throw Refused() } }
  }

  @Test(arguments: [
    ("123", false), ("1234", true), ("čau", true), ("12\n4", false),
    (String(repeating: "1", count: 128), true), (String(repeating: "1", count: 129), false),
  ])
  func `a PIN has four to 128 bytes on one line`(text: String, accepted: Bool) {
    #expect((PIN(Secret(Array(text.utf8))) != nil) == accepted)
  }
}

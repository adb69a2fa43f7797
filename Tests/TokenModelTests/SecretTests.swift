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

  @Test(arguments: [0, 1, 32, 64, 65, 4096, 5000])
  func `memory comes back zeroed, whatever its size`(count: Int) {
    for _ in 0..<300 {
      let secret = Secret(count: count) { bytes in
        #expect(bytes.count == count)
        #expect(bytes.allSatisfy { $0 == 0 })
        bytes.initializeMemory(as: UInt8.self, repeating: 0xA5)
      }
      secret.withUnsafeBytes { #expect($0.allSatisfy { $0 == 0xA5 }) }
    }
  }

  @Test func `many secrets at once keep their own bytes`() {
    let secrets = (0..<1000).map { Secret([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
    for (number, secret) in secrets.enumerated() {
      #expect(secret == Secret([UInt8(number & 0xFF), UInt8(number >> 8)]))
    }
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

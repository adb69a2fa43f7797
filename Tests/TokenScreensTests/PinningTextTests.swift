import Testing
import TokenModel

@testable import TokenScreens

/// What is told about pins, in both languages.
@Suite struct PinningTextTests {
  private static let report = PinReport(
    pins: [
      .init(source: .publicKey, name: nil, fingerprint: "aa", expires: nil),
      .init(source: .list, name: "a\u{1B}[2J.example", fingerprint: "bb", expires: 5),
      .init(
        source: .fallback, name: "b.example", fingerprint: "cc", expires: 4, isExpired: true,
        depth: 1),
    ], service: "https://pins.example", nextUpdate: 7,
    domains: PinDomains(
      isRequiredForUnlisted: false, isRequired: ["y.example": false, "x.example": true]))

  @Test func `the report is a list that anybody can read`() {
    let lines = PinningText.lines(Self.report) { "T\($0)" }
    #expect(
      lines == [
        "Certificates that are taken, beside the check by authorities:",
        "  every name · public key · never expires", "    SHA-256 aa",
        "  a␛[2J.example · list · until T5", "    SHA-256 bb",
        "  b.example · fallback · expired T4 · issuer at depth 1: not compared here",
        "    SHA-256 cc", "Not pinned, says the list: y.example",
        "Names that the list does not name are not pinned.",
        "The list comes from https://pins.example.", "It is fetched again after T7.",
      ])
  }

  @Test func `nothing pinned, and nothing known yet, are told apart`() {
    #expect(PinningText.lines(PinReport()) { "\($0)" }.first?.contains("not pinned") == true)
    let empty = PinReport(service: "https://pins.example")
    #expect(PinningText.lines(empty) { "\($0)" }.first?.contains("No certificate is known") == true)
  }

  @Test(arguments: [
    (PinningKind.off, "not pinned", "bez připnutí"),
    (.fixed(1), "1 certificate or key", "1 certifikát nebo klíč"),
    (.fixed(2), "2 certificates or keys", "2 certifikáty nebo klíče"),
    (.fixed(5), "5 certificates or keys", "5 certifikátů nebo klíčů"),
    (.list(isChallenged: false), "list, each entry signed", "seznam s podepsanými položkami"),
    (
      .fixedAndList(1, isChallenged: true),
      "1 certificate or key, and list, signed with a challenge",
      "1 certifikát nebo klíč a seznam podepsaný na výzvu"
    ),
  ])
  func `the kind is said in a few words`(kind: PinningKind, english: String, czech: String) {
    #expect(PinningText.kind(kind) == english)
    Language.$current.withValue(.czech) { #expect(PinningText.kind(kind) == czech) }
  }

  @Test func `no words lead around a pin`() {
    for language in Language.allCases {
      Language.$current.withValue(language) {
        for failure in FailureWordsTests.pinning {
          let words = FailureWords(failure)
          let text = [words.happened, words.means, words.next].joined(separator: " ").lowercased()
          #expect(!["ignor", "disable", "turn off", "vypn"].contains { text.contains($0) })
          #expect(
            words.means.contains("nothing was") || words.means.contains("anything was")
              || words.means.contains("neodeslalo") || words.means.contains("cokoli odeslalo"))
        }
      }
    }
  }
}

import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@testable import TokenCore

/// The store of certificates (section 15.5): merging, expiry, order, next update, comparison.
@Suite struct PinBookTests {
  private static let day: Int64 = 86_400
  private static let now: Int64 = 1_800_000_000

  private static func entry(
    _ name: String, _ byte: UInt8 = 1, days: Int64 = 100, depth: Int = 0
  ) -> PinEntry {
    PinEntry(
      name: name, fingerprint: [UInt8](repeating: byte, count: 32), expires: now + days * day,
      depth: depth)
  }

  private static func list(
    _ entries: [PinEntry], domains: JSONValue? = nil
  ) throws -> FingerprintList {
    let signer = FingerprintSigner(.generate())
    var members: [String: JSONValue] = [
      "fingerprints": .array(
        entries.map { entry in
          [
            "name": .string(entry.name), "fingerprint": .string(Base64.encode(entry.fingerprint)),
            "expires": .number(.init(entry.expires)), "depth": .number(.init(entry.depth)),
          ]
        })
    ]
    members["domainsConfig"] = domains
    let body = JSONValue.object(members).bytes()
    return try FingerprintList(
      answer: body, challenge: "c", signature: signer.signature(of: body, challenge: "c"),
      by: #require(FingerprintVerifier(publicKey: signer.publicKey)))
  }

  private static func book(_ entries: [PinEntry]) -> PinBook {
    PinBook(entries: entries, nextUpdate: 0, domains: nil)
  }

  private static func certificate(_ name: String?) throws -> ServerCertificate {
    let key = PrivateKey.generate()
    return ServerCertificate(
      CertificateRequest(commonName: name ?? "x", validDays: 1).authority(key: key))
  }

  private static func service(
    names: [String]? = nil, fallback: [PinEntry] = []
  ) throws -> PinService {
    PinService(
      url: "https://pins.example/list",
      verifier: try #require(
        FingerprintVerifier(publicKey: PrivateKey.generate().publicKey.uncompressed)),
      isChallenged: true, names: names, fallback: fallback)
  }

  @Test func `entries are added, the expired go, and duplicates are one`() throws {
    var book = Self.book([Self.entry("a"), Self.entry("old", days: 0), Self.entry("kept", 3)])
    let list = try Self.list([
      Self.entry("a"), Self.entry("a", 2, days: 200), Self.entry("gone", days: -1),
      Self.entry("a", 2, days: 200),
    ])
    let isMerged = book.merge(list, at: Self.now)
    #expect(isMerged)
    #expect(
      book.entries == [Self.entry("a", 2, days: 200), Self.entry("a"), Self.entry("kept", 3)])
  }

  @Test func `a list that leaves nothing changes nothing`() throws {
    var book = Self.book([Self.entry("old", days: -1)])
    let before = book
    let isMerged = book.merge(try Self.list([Self.entry("gone", days: -1)]), at: Self.now)
    #expect(!isMerged)
    #expect(book == before)
  }

  @Test func `what a list withdraws is trusted until it expires`() throws {
    var book = Self.book([Self.entry("a")])
    let isMerged = book.merge(try Self.list([]), at: Self.now)
    #expect(isMerged)
    #expect(book.entries == [Self.entry("a")])
  }

  @Test func `exceptions are those of the latest list`() throws {
    var book = Self.book([])
    let config: JSONValue = ["sslPinningRequiredForUnlisted": false, "domains": []]
    _ = book.merge(try Self.list([Self.entry("a")], domains: config), at: Self.now)
    #expect(book.domains == PinDomains(isRequiredForUnlisted: false))
    _ = book.merge(try Self.list([Self.entry("a")]), at: Self.now)
    #expect(book.domains == nil)
  }

  @Test(
    arguments: [
      // The newest of each name counts, the nearest of those decides.
      ([entry("a", days: 100)], 7 * day), ([entry("a", days: 14)], 7 * day),
      ([entry("a", days: 8)], day), ([entry("a", days: 8), entry("a", 2, days: 100)], 7 * day),
      ([entry("a", days: 100), entry("b", days: 8)], day), ([entry("a", days: 0)], 0),
      ([entry("a", days: -5)], 0), ([], 0),
    ] as [([PinEntry], Int64)])
  func `the next update comes before the newest certificate ends`(
    entries: [PinEntry], pause: Int64
  ) {
    #expect(
      PinBook.nextUpdate(after: Self.now, of: PinBook.sorted(entries)) == Self.now + pause)
  }

  @Test func `a certificate without end does not overflow`() {
    let entry = PinEntry(name: "a", fingerprint: [], expires: .max)
    #expect(PinBook.nextUpdate(after: Self.now, of: [entry]) == Self.now + 7 * Self.day)
  }

  @Test func `a name is compared with what is pinned for it`() throws {
    let known = try Self.certificate("bank.example")
    let other = try Self.certificate("bank.example")
    let service = try Self.service()
    let right = PinEntry(
      name: "bank.example", fingerprint: known.fingerprint, expires: Self.now + 1)
    let book = Self.book([right, Self.entry("bank.example", 9), Self.entry("else.example")])
    #expect(book.verdict(on: known, of: service, at: Self.now) == .trusted)
    #expect(
      book.verdict(on: other, of: service, at: Self.now)
        == .untrusted(.differs(isListed: true)))
    // At that second it has expired; the other entry of the name still stands against it.
    #expect(
      book.verdict(on: known, of: service, at: Self.now + 1)
        == .untrusted(.differs(isListed: true)))
    #expect(
      book.verdict(on: try Self.certificate("Bank.example"), of: service, at: Self.now) == .empty)
    #expect(Self.book([]).verdict(on: known, of: service, at: Self.now) == .empty)
    #expect(
      Self.book([right]).verdict(on: known, of: service, at: Self.now + 1) == .empty)
  }

  @Test func `the fallback counts beside the list, until it expires`() throws {
    let known = try Self.certificate("bank.example")
    let entry = PinEntry(
      name: "bank.example", fingerprint: known.fingerprint, expires: Self.now + 1)
    let service = try Self.service(fallback: [entry])
    #expect(Self.book([]).verdict(on: known, of: service, at: Self.now) == .trusted)
    #expect(Self.book([]).verdict(on: known, of: service, at: Self.now + 1) == .empty)
  }

  @Test func `an exception comes before the expected names, and these before the list`() throws {
    let known = try Self.certificate("bank.example")
    let service = try Self.service(names: ["other.example"])
    let entry = PinEntry(
      name: "bank.example", fingerprint: known.fingerprint, expires: Self.now + 1)
    #expect(
      Self.book([entry]).verdict(on: known, of: service, at: Self.now)
        == .untrusted(.unexpectedName))
    let exempt = PinBook(
      entries: [entry], nextUpdate: 0,
      domains: PinDomains(isRequiredForUnlisted: true, isRequired: ["bank.example": false]))
    #expect(
      exempt.verdict(on: try Self.certificate("bank.example"), of: service, at: 0) == .trusted)
    let unlisted = PinBook(
      entries: [], nextUpdate: 0,
      domains: PinDomains(isRequiredForUnlisted: false, isRequired: ["bank.example": true]))
    #expect(unlisted.verdict(on: try Self.certificate("x.example"), of: service, at: 0) == .trusted)
    #expect(
      unlisted.verdict(on: known, of: service, at: 0) == .untrusted(.unexpectedName))
  }

  @Test(arguments: [
    // The name in the certificate is anybody's who has one; the host that is meant is not.
    ("exempt.example", "bank.example", false), ("unlisted.example", "bank.example", false),
    ("exempt.example", "exempt.example", true), ("exempt.example", "EXEMPT.example.", true),
    ("exempt.example", "unlisted.example", false), ("bank.example", "exempt.example", false),
    ("*.free.example", "a.free.example", true), ("exempt.example", "a.free.example", true),
    ("*.free.example", "a.b.free.example", false), ("*.free.example", "free.example", false),
    ("*.free.example", "kept.free.example", false), ("*.free.example", "afree.example", false),
  ])
  func `an exemption holds for the certificate's name and the host that is meant, both`(
    name: String, host: String, isExempt: Bool
  ) throws {
    let domains = PinDomains(
      isRequiredForUnlisted: true,
      isRequired: [
        "exempt.example": false, "*.free.example": false, "kept.free.example": true,
        "bank.example": true,
      ])
    let book = PinBook(entries: [Self.entry(name)], nextUpdate: 0, domains: domains)
    let verdict = book.verdict(
      on: try Self.certificate(name), from: PinnedHost(host), of: try Self.service(), at: Self.now)
    #expect(verdict == (isExempt ? .trusted : .untrusted(.differs(isListed: true))))
  }

  @Test func `where all but a few are exempt, these few stay so behind a stranger's name`() throws {
    let domains = PinDomains(isRequiredForUnlisted: false, isRequired: ["*.bank.example": true])
    let book = PinBook(entries: [Self.entry("*.bank.example")], nextUpdate: 0, domains: domains)
    func verdict(_ name: String, _ host: String) throws -> PinVerdict {
      book.verdict(
        on: try Self.certificate(name), from: PinnedHost(host), of: try Self.service(),
        at: Self.now)
    }
    #expect(try verdict("x.example", "api.bank.example") == .empty)
    #expect(
      try verdict("*.bank.example", "api.bank.example") == .untrusted(.differs(isListed: true)))
    #expect(try verdict("x.example", "x.example") == .trusted)
  }

  @Test func `an entry for an issuer never matches, and says why`() throws {
    let known = try Self.certificate("bank.example")
    let service = try Self.service()
    let issuer = PinEntry(
      name: "bank.example", fingerprint: known.fingerprint, expires: Self.now + 1, depth: 1)
    #expect(
      Self.book([issuer]).verdict(on: known, of: service, at: Self.now)
        == .untrusted(.issuersOnly))
    #expect(
      Self.book([issuer, Self.entry("bank.example")]).verdict(on: known, of: service, at: Self.now)
        == .untrusted(.differs(isListed: true)))
  }

  @Test func `a book is kept whole, for its own key only`() throws {
    let service = try Self.service()
    let book = PinBook(
      entries: [Self.entry("b", depth: 2), Self.entry("a\u{1B}"), Self.entry("a", days: 300)],
      nextUpdate: 77,
      domains: PinDomains(isRequiredForUnlisted: false, isRequired: ["x": true, "y": false]))
    let kept = book.kept(for: service)
    #expect(PinBook(kept: kept, for: service) == book)
    #expect(PinBook(kept: kept, for: try Self.service()) == nil)
    let unchallenged = PinService(
      url: service.url, verifier: service.verifier, isChallenged: false)
    #expect(PinBook(kept: kept, for: unchallenged) == nil)
    #expect(PinBook(kept: Array("{}".utf8), for: service) == nil)
    #expect(PinBook(kept: Array(kept.dropLast(9)), for: service) == nil)
  }
}

extension PinBook {
  /// On a certificate that the host shows whose name is in it.
  fileprivate func verdict(
    on certificate: ServerCertificate, of service: PinService, at now: Int64
  ) -> PinVerdict {
    verdict(
      on: certificate, from: PinnedHost(certificate.commonName ?? ""), of: service, at: now)
  }
}

import Foundation
import PowerAuth
import PowerAuthCrypto
import TestSupport
import Testing
import TokenCore
import TokenModel

/// The life of a list of certificates: fetching, waiting, keeping, comparing.
@Suite struct PinningTests {
  /// A bank with one server and a service of lists.
  private struct Bank {
    let clock = ManualClock()
    let store = MemoryPinStore()
    let signer = FingerprintSigner(.generate())
    let certificate = Bank.makeCertificate()
    let service = ScriptedPinService { _, _ in nil }
    let isChallenged: Bool
    let pinning: Pinning

    init(isChallenged: Bool = true, store: MemoryPinStore? = nil) throws {
      self.isChallenged = isChallenged
      pinning = try Self.pinning(signer, isChallenged, service, store ?? self.store, clock)
      publish([certificate])
    }

    static func makeCertificate() -> [UInt8] {
      CertificateRequest(commonName: "bank.example", validDays: 1).authority(key: .generate()).der
    }

    static func pinning(
      _ signer: FingerprintSigner, _ isChallenged: Bool, _ service: ScriptedPinService,
      _ store: MemoryPinStore, _ clock: ManualClock
    ) throws -> Pinning {
      let list = PinService(
        url: "https://pins.example/app/init?appName=x",
        verifier: try #require(FingerprintVerifier(publicKey: signer.publicKey)),
        isChallenged: isChallenged)
      return Pinning(
        PinConfiguration(service: list),
        ports: PinPorts(fetching: service, store: store, clock: clock.tokenClock()),
        logger: TokenWorld.silence)
    }

    /// The next process on the same state.
    func next() throws -> Pinning {
      try Self.pinning(signer, isChallenged, service, store, clock)
    }

    func publish(
      _ certificates: [[UInt8]], seconds: Int64 = 100 * 86_400, timestamp: Int64? = nil,
      by other: FingerprintSigner? = nil
    ) {
      let (signer, expires) = (other ?? signer, clock.wall / 1000 + seconds)
      let entries = certificates.map { certificate -> JSONValue in
        let fingerprint = SHA256.hash(certificate)
        return [
          "name": "bank.example", "fingerprint": .string(Base64.encode(fingerprint)),
          "expires": .number(Decimal(expires)),
          "signature": .string(
            signer.signature(name: "bank.example", fingerprint: fingerprint, expires: expires)),
        ]
      }
      var members: [String: JSONValue] = ["fingerprints": .array(entries)]
      members["timestamp"] = timestamp.map { .number(Decimal($0)) }
      let body = JSONValue.object(members).bytes()
      service.answer { _, headers in
        let challenge = headers.first { $0.name == "X-Cert-Pinning-Challenge" }?.value
        let signature = challenge.map {
          HeaderField("x-cert-pinning-signature", signer.signature(of: body, challenge: $0))
        }
        return IncomingAnswer(
          status: 200, headers: signature.map { [$0] } ?? [], body: body)
      }
    }

    func refusal(_ pinning: Pinning, _ certificate: [UInt8]?) async -> PinRefusal.Reason? {
      do throws(PinRefusal) {
        try await pinning.examine(certificate, of: "bank.example")
        return nil
      } catch {
        return error.reason
      }
    }
  }

  @Test(arguments: [true, false])
  func `the first use fetches, the second does not, and the next process remembers`(
    isChallenged: Bool
  ) async throws {
    let bank = try Bank(isChallenged: isChallenged)
    #expect(await bank.pinning.update() == .ok)
    #expect(await bank.pinning.update() == .ok)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == nil)
    #expect(
      await bank.refusal(bank.pinning, Bank.makeCertificate()) == .differs(isListed: true))
    let next = try bank.next()
    #expect(await next.update() == .ok)
    #expect(await bank.refusal(next, bank.certificate) == nil)
    #expect(bank.service.requests.count == 1)
    let hasChallenge = bank.service.requests[0].contains { $0.name == "X-Cert-Pinning-Challenge" }
    #expect(hasChallenge == isChallenged)
  }

  @Test func `a certificate that is listed again with another end is reported once`() async throws {
    let bank = try Bank()
    #expect(await bank.pinning.updateNow() == .ok)
    bank.publish([bank.certificate], seconds: 50 * 86_400)
    #expect(await bank.pinning.updateNow() == .ok)
    bank.publish([bank.certificate], seconds: 200 * 86_400)
    #expect(await bank.pinning.updateNow() == .ok)
    let pins = await bank.pinning.report().pins
    #expect(pins.map(\.expires) == [bank.clock.wall / 1000 + 200 * 86_400])
  }

  @Test func `each challenge is another one`() async throws {
    let bank = try Bank()
    _ = await bank.pinning.updateNow()
    _ = await bank.pinning.updateNow()
    #expect(Set(bank.service.requests.map { $0.last?.value }).count == 2)
  }

  @Test func `an old list is renewed beside, and what it was holds meanwhile`() async throws {
    let bank = try Bank()
    await bank.pinning.update()
    let rotated = Bank.makeCertificate()
    bank.publish([rotated])
    bank.clock.advance(7 * 86_400_000)
    #expect(await bank.pinning.update() == .ok)
    await bank.pinning.settle()
    #expect(bank.service.requests.count == 2)
    #expect(await bank.refusal(bank.pinning, rotated) == nil)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == nil)
  }

  @Test func `a list that has expired is fetched before anything else`() async throws {
    let bank = try Bank()
    await bank.pinning.update()
    bank.clock.advance(100 * 86_400_000)
    bank.service.answer { _, _ in nil }
    #expect(await bank.pinning.update() == .networkError)
    #expect(
      await bank.refusal(bank.pinning, bank.certificate) == .notListed(.networkError))
  }

  @Test func `what does not come, or is not right, changes nothing`() async throws {
    let bank = try Bank()
    await bank.pinning.update()
    let kept = bank.store.kept
    bank.service.answer { _, _ in nil }
    #expect(await bank.pinning.updateNow() == .networkError)
    bank.service.answer { _, _ in IncomingAnswer(status: 503, headers: [], body: []) }
    #expect(await bank.pinning.updateNow() == .networkError)
    bank.publish([Bank.makeCertificate()], by: FingerprintSigner(.generate()))
    #expect(await bank.pinning.updateNow() == .invalidSignature)
    let signer = bank.signer
    bank.service.answer { _, headers in
      let signature = signer.signature(of: [1], challenge: headers.last?.value ?? "")
      return IncomingAnswer(
        status: 200, headers: [HeaderField("X-Cert-Pinning-Signature", signature)], body: [1])
    }
    #expect(await bank.pinning.updateNow() == .invalidData)
    #expect(bank.store.kept == kept)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == nil)
  }

  @Test func `an empty list is said to be empty`() async throws {
    let bank = try Bank()
    bank.publish([bank.certificate], seconds: -1)
    #expect(await bank.pinning.update() == .storeIsEmpty)
    #expect(bank.store.kept == nil)
  }

  @Test func `a list that cannot be kept serves all the same`() async throws {
    let bank = try Bank()
    bank.store.fail(with: .full(path: "/s"))
    #expect(await bank.pinning.update() == .ok)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == nil)
  }

  @Test func `the signed time of the service corrects a clock that is wrong`() async throws {
    let bank = try Bank()
    // The list ends a week before the time that this machine believes in.
    let right = bank.clock.wall / 1000 - 30 * 86_400
    bank.publish([bank.certificate], seconds: -7 * 86_400, timestamp: right)
    #expect(await bank.pinning.update() == .ok)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == nil)
    bank.clock.advance(24 * 86_400_000)
    #expect(await bank.refusal(bank.pinning, bank.certificate) == .notListed(.ok))
  }

  @Test func `without a certificate nothing passes`() async throws {
    let bank = try Bank()
    await bank.pinning.update()
    #expect(await bank.refusal(bank.pinning, nil) == .noCertificate)
    #expect(await bank.refusal(bank.pinning, [1, 2, 3]) == .noCertificate)
  }

  @Test func `pictures of the bank's hosts and of the list's names are compared, others are not`()
    async throws
  {
    let bank = try Bank()
    #expect(await bank.pinning.update() == .ok)
    let pictures = PinnedPictures(bank.pinning, hosts: ["api.bank.example"])
    let stranger = Bank.makeCertificate()
    try await pictures.examine(bank.certificate, of: "bank.example")
    try await pictures.examine(bank.certificate, of: "api.bank.example")
    for host in ["bank.example", "BANK.example.", "api.bank.example", "API.Bank.Example"] {
      await #expect(throws: PinRefusal.self) { try await pictures.examine(stranger, of: host) }
      await #expect(throws: PinRefusal.self) { try await pictures.examine(nil, of: host) }
    }
    for host in ["pictures.example", "x.bank.example", "bank.example.evil.example", "127.0.0.1"] {
      try await pictures.examine(stranger, of: host)
    }
  }

  @Test func `fixed pins name no host, so they are for pictures of the bank's own only`()
    async throws
  {
    let certificate = Bank.makeCertificate()
    let pinning = Pinning(
      PinConfiguration(certificates: [SHA256.hash(certificate)]),
      ports: PinPorts(fetching: ScriptedPinService { _, _ in nil }, store: MemoryPinStore()),
      logger: TokenWorld.silence)
    let pictures = PinnedPictures(pinning, hosts: ["api.bank.example"])
    try await pictures.examine(certificate, of: "api.bank.example")
    try await pictures.examine(Bank.makeCertificate(), of: "pictures.example")
    await #expect(throws: PinRefusal.self) {
      try await pictures.examine(Bank.makeCertificate(), of: "api.bank.example")
    }
  }

  @Test func `fixed pins are of certificates and of keys, for every name`() async throws {
    let key = PrivateKey.generate()
    let certificates = ["a.example", "b.example"].map {
      CertificateRequest(commonName: $0, validDays: 1).authority(key: key)
    }
    let other = Bank.makeCertificate()
    let configuration = PinConfiguration(
      certificates: [SHA256.hash(other)],
      publicKeys: [SHA256.hash(certificates[0].publicKeyInfo)])
    let service = ScriptedPinService { _, _ in nil }
    let pinning = Pinning(
      configuration, ports: PinPorts(fetching: service, store: MemoryPinStore()),
      logger: TokenWorld.silence)
    #expect(await pinning.update() == .ok)
    try await pinning.examine(certificates[0].der, of: "a.example")
    try await pinning.examine(certificates[1].der, of: "b.example")
    try await pinning.examine(other, of: "c.example")
    let refusal = await #expect(throws: PinRefusal.self) {
      try await pinning.examine(Bank.makeCertificate(), of: "c.example")
    }
    #expect(refusal?.reason == .differs(isListed: false))
    #expect(refusal?.name == "bank.example")
    #expect(refusal?.fingerprint.count == 64)
    #expect(service.requests.isEmpty)
    #expect(configuration.kind == .fixed(2))
    let report = await pinning.report()
    #expect(report.pins.map(\.expires) == [nil, nil])
  }

  @Test func `the report is sorted, and tells what has expired`() async throws {
    let bank = try Bank()
    await bank.pinning.update()
    bank.publish([Bank.makeCertificate()], seconds: 200 * 86_400)
    _ = await bank.pinning.updateNow()
    bank.clock.advance(150 * 86_400_000)
    let report = await bank.pinning.report()
    #expect(report.pins.map(\.isExpired) == [false, true])
    #expect(report.pins.map(\.source) == [.list, .list])
    #expect(report.service == "https://pins.example/app/init?appName=x")
    #expect(report.nextUpdate != nil)
  }
}

/// What a transport with guarded connections does about refusals.
@Suite struct PinnedTransportTests {
  /// Fails as often as it is told, and counts.
  private actor Server: Transport {
    private var faults: [TransportFault]
    private(set) var sent = 0

    init(_ faults: [TransportFault]) { self.faults = faults }

    func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
      sent += 1
      guard faults.isEmpty else { throw faults.removeFirst() }
      return IncomingAnswer(status: 200, headers: [], body: [])
    }
  }

  private static func fault(
    _ reason: PinRefusal.Reason, mayHaveBeenSent: Bool = false
  ) -> TransportFault {
    TransportFault(
      .notPinned(
        host: "bank.example", PinRefusal(name: "a", fingerprint: "00", reason: reason)),
      mayHaveBeenSent: mayHaveBeenSent)
  }

  private static func pinning(_ service: ScriptedPinService, _ clock: ManualClock) throws -> Pinning
  {
    let key = PrivateKey.generate().publicKey.uncompressed
    let list = PinService(
      url: "https://pins.example",
      verifier: try #require(FingerprintVerifier(publicKey: key)), isChallenged: false)
    return Pinning(
      PinConfiguration(service: list),
      ports: PinPorts(fetching: service, store: MemoryPinStore(), clock: clock.tokenClock()),
      logger: TokenWorld.silence)
  }

  private static let request = OutgoingRequest(
    url: "https://bank.example/pa", headers: [], body: [])

  @Test func `an unknown server is asked once more after the list came`() async throws {
    let signer = FingerprintSigner(.generate())
    let fingerprint = [UInt8](repeating: 1, count: 32)
    let entry: JSONValue = [
      "name": "a", "fingerprint": .string(Base64.encode(fingerprint)), "expires": 4_102_444_800,
      "signature": .string(
        signer.signature(name: "a", fingerprint: fingerprint, expires: 4_102_444_800)),
    ]
    let body = JSONValue.object(["fingerprints": .array([entry])]).bytes()
    let service = ScriptedPinService { _, _ in
      IncomingAnswer(status: 200, headers: [], body: body)
    }
    let clock = ManualClock()
    let list = PinService(
      url: "https://pins.example",
      verifier: try #require(FingerprintVerifier(publicKey: signer.publicKey)),
      isChallenged: false)
    let pinning = Pinning(
      PinConfiguration(service: list),
      ports: PinPorts(fetching: service, store: MemoryPinStore(), clock: clock.tokenClock()),
      logger: TokenWorld.silence)
    await pinning.update()
    clock.advance(60_000)
    let server = Server([Self.fault(.notListed(.ok))])
    _ = try await PinnedTransport(server, pinning).send(Self.request)
    #expect(await server.sent == 2)
    #expect(service.requests.count == 2)
    // A second refusal stands.
    let stubborn = Server([Self.fault(.notListed(.ok)), Self.fault(.notListed(.ok))])
    await #expect(throws: Self.fault(.notListed(.ok))) {
      try await PinnedTransport(stubborn, pinning).send(Self.request)
    }
    #expect(await stubborn.sent == 2)
  }

  @Test func `where no list comes there is no second try, and the reason is told`() async throws {
    let service = ScriptedPinService { _, _ in nil }
    let server = Server([Self.fault(.notListed(.ok))])
    let pinned = PinnedTransport(server, try Self.pinning(service, ManualClock()))
    await #expect(throws: Self.fault(.notListed(.networkError))) {
      try await pinned.send(Self.request)
    }
    #expect(await server.sent == 1)
    // The fetch before the request was fresh enough.
    #expect(service.requests.count == 1)
  }

  @Test(arguments: [
    fault(.differs(isListed: true)), fault(.unexpectedName), fault(.issuersOnly),
    fault(.noCertificate), fault(.notListed(.ok), mayHaveBeenSent: true),
    TransportFault(.connectionLost, mayHaveBeenSent: false),
  ])
  func `any other refusal is final`(fault: TransportFault) async throws {
    let server = Server([fault])
    let service = ScriptedPinService { _, _ in nil }
    let pinned = PinnedTransport(server, try Self.pinning(service, ManualClock()))
    await #expect(throws: fault) { try await pinned.send(Self.request) }
    #expect(await server.sent == 1)
  }
}

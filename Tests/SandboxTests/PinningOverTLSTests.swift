import HTTPTransport
import PowerAuth
import PowerAuthCrypto
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// Pinning over real TLS: generated authority, generated certificates, the real client.
@Suite(.timeLimit(.minutes(5))) struct PinningOverTLSTests {
  private static let wrong = [UInt8](repeating: 7, count: 32)

  @Test func `the right pin of a certificate or of a key lets through, a wrong one does not`()
    async throws
  {
    try await PinnedBank.with { bank in
      let right = bank.tls.certificate
      for configuration in [
        PinConfiguration(certificates: [Self.wrong, right.fingerprint]),
        PinConfiguration(publicKeys: [right.publicKeyFingerprint]),
        PinConfiguration(
          certificates: [right.fingerprint], service: try bank.service(names: ["other"])),
      ] {
        #expect(try await bank.client(configuration).ask() == 200)
      }
      let (before, shaken) = (bank.tls.requestBytes, bank.tls.connections)
      #expect(before > 0)
      for configuration in [
        PinConfiguration(certificates: [Self.wrong]),
        PinConfiguration(certificates: [right.publicKeyFingerprint]),
        PinConfiguration(publicKeys: [right.fingerprint]),
        // A pinned authority does not stand for those below it.
        PinConfiguration(certificates: [bank.tls.authority.fingerprint]),
      ] {
        #expect(
          try await bank.client(configuration).refusal() == .differs(isListed: false))
      }
      #expect(bank.tls.connections == shaken + 4)
      #expect(bank.tls.requestBytes == before)
    }
  }

  @Test func `a pin is no substitute for the chain and the host name`() async throws {
    try await PinnedBank.with { bank in
      let pins = PinConfiguration(certificates: [bank.tls.certificate.fingerprint])
      let stranger = bank.client(pins, TransportOptions())
      let fault = await #expect(throws: TransportFault.self) { try await stranger.ask() }
      guard case .tls("localhost", _)? = fault?.fault else {
        Issue.record("\(String(describing: fault))")
        return
      }
      #expect(bank.tls.requestBytes == 0)
    }
  }

  @Test(arguments: [true, false])
  func `a signed list lets through, and a rotated certificate after the list says so`(
    isChallenged: Bool
  ) async throws {
    try await PinnedBank.with { bank in
      let client = bank.client(
        PinConfiguration(service: try bank.service(isChallenged: isChallenged)))
      #expect(try await client.ask() == 200)
      try await bank.trial("POST", "/certificate", ["listed": true])
      // Its connection was closed meanwhile, or would still be the former, trusted one.
      await client.plain.shutdown()
      #expect(try await client.refusal() == .differs(isListed: true))
      #expect(await client.pinning.updateNow() == .ok)
      #expect(try await client.ask() == 200)
    }
  }

  @Test func `a certificate that changes between connections is noticed at the next one`()
    async throws
  {
    try await PinnedBank.with { bank in
      let client = bank.client(
        PinConfiguration(certificates: [bank.tls.certificate.fingerprint]))
      #expect(try await client.ask() == 200)
      #expect(try await client.ask() == 200)
      let shaken = bank.tls.connections
      try bank.tls.rotate()
      await client.plain.shutdown()
      let bytes = bank.tls.requestBytes
      #expect(try await client.refusal() == .differs(isListed: false))
      #expect(bank.tls.connections == shaken + 1)
      #expect(bank.tls.requestBytes == bytes)
    }
  }

  @Test func `nothing is resumed: each new connection shows its certificate`() async throws {
    try await PinnedBank.with { bank in
      let client = bank.client(
        PinConfiguration(publicKeys: [bank.tls.certificate.publicKeyFingerprint]))
      for _ in 0..<3 {
        #expect(try await client.ask() == 200)
        await client.plain.shutdown()
      }
      #expect(bank.tls.connections == 3)
      try bank.tls.rotate()
      for _ in 0..<2 { #expect(try await client.refusal() == .differs(isListed: false)) }
      #expect(bank.tls.connections == 5)
    }
  }

  @Test(arguments: [true, false], FingerprintPublisher.Signatures.allCases)
  func `a list that is not signed rightly is dropped whole`(
    isChallenged: Bool, signatures: FingerprintPublisher.Signatures
  ) async throws {
    try await PinnedBank.with { bank in
      try await bank.trial("PUT", "", ["signatures": .string(signatures.rawValue)])
      let client = bank.client(
        PinConfiguration(service: try bank.service(isChallenged: isChallenged)))
      let expected: PinRefusal.Reason? =
        switch (signatures, isChallenged) {
        case (.right, _): nil
        case (.wrong, _), (.missing, true): .notListed(.invalidSignature)
        case (.missing, false): .notListed(.invalidData)
        }
      #expect(try await client.refusal() == expected)
      #expect(await client.pinning.report().pins.isEmpty == (expected != nil))
    }
  }

  @Test func `expired and withdrawn entries let nobody through`() async throws {
    try await PinnedBank.with { bank in
      let service = try bank.service()
      let client = bank.client(PinConfiguration(service: service))
      #expect(try await client.ask() == 200)
      try await bank.trial("PUT", "", ["expiresInSeconds": -1])
      let late = bank.client(PinConfiguration(service: service))
      #expect(try await late.refusal() == .notListed(.storeIsEmpty))
      try await bank.trial("DELETE", "/fingerprints")
      #expect(try await late.refusal() == .notListed(.storeIsEmpty))
      // Who has the entry trusts it until it expires.
      #expect(await client.pinning.updateNow() == .ok)
      await client.plain.shutdown()
      #expect(try await client.ask() == 200)
    }
  }

  @Test func `an entry for an issuer lets nobody through`() async throws {
    try await PinnedBank.with { bank in
      try await bank.trial("PUT", "", ["depth": 1])
      let client = bank.client(PinConfiguration(service: try bank.service()))
      #expect(try await client.refusal() == .issuersOnly)
    }
  }

  @Test func `names that are exempt or unexpected are treated so`() async throws {
    try await PinnedBank.with { bank in
      let unexpected = bank.client(
        PinConfiguration(service: try bank.service(names: ["bank.example"])))
      #expect(try await unexpected.refusal() == .unexpectedName)
      let config: JSONValue = [
        "sslPinningRequiredForUnlisted": true,
        "domains": [["name": "localhost", "sslPinningRequired": false]],
      ]
      try await bank.trial("PUT", "", ["domainsConfig": config])
      let exempt = bank.client(
        PinConfiguration(service: try bank.service(names: ["bank.example"])))
      try await bank.trial("POST", "/certificate", ["listed": false])
      #expect(try await exempt.ask() == 200)
      // Where only the entries are signed, an exception is not believed.
      let simple = bank.client(PinConfiguration(service: try bank.service(isChallenged: false)))
      #expect(try await simple.refusal() == .differs(isListed: true))
    }
  }

  @Test func `an activation is refused before a byte of it leaves`() async throws {
    try await PinnedBank.with { bank in
      let client = bank.client(PinConfiguration(certificates: [Self.wrong]))
      let store = MemoryStore()
      let token = Token(
        profile: TokenProfile(
          name: "default", credentials: bank.server.credentials, version: .v3_3,
          server: try ServerAddress(bank.server.baseURL + "/enrollment-server"),
          userAgent: "test", deviceInfo: "test"),
        ports: TokenPorts(transport: client.transport, store: store), logger: TokenWorld.silence)
      let code = try await bank.server.createDemoActivation()
      let pin = try #require(PIN(Secret("2580".utf8)))
      let failure = await #expect(throws: TokenFailure.self) {
        try await token.activate(ActivationRequest(code: code, deviceName: "x", pin: pin))
      }
      guard case .network(.notPinned("localhost", _))? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(bank.tls.connections > 0)
      #expect(bank.tls.requestBytes == 0)
      #expect(try await token.localActivation() == nil)
      // The code is not used up: with the right pin it serves.
      let right = bank.client(
        PinConfiguration(certificates: [bank.tls.certificate.fingerprint]))
      let other = Token(
        profile: token.profile,
        ports: TokenPorts(transport: right.transport, store: store), logger: TokenWorld.silence)
      _ = try await other.activate(ActivationRequest(code: code, deviceName: "x", pin: pin))
      #expect(bank.tls.requestBytes > 0)
    }
  }

  @Test(arguments: [true, false])
  func `a picture of the bank's own host comes only past the pins`(isListed: Bool) async throws {
    try await PinnedBank.with { bank in
      let configuration =
        isListed
        ? PinConfiguration(service: try bank.service())
        : PinConfiguration(certificates: [bank.tls.certificate.fingerprint])
      let pinning = bank.client(configuration).pinning
      #expect(await pinning.update() == .ok)
      let hosts = isListed ? [] : ["localhost"]
      let address = bank.server.baseURL + "/demo/pictures/bowl.png"
      func fetch() async throws -> [UInt8] {
        try await PictureFetch(
          options: bank.options, server: try ServerAddress(bank.server.baseURL),
          guardedBy: PinnedPictures(pinning, hosts: hosts)
        ).bytes(at: address)
      }
      #expect(try await fetch().starts(with: [0x89, 0x50, 0x4E, 0x47]))
      try await bank.trial("POST", "/certificate", ["listed": false])
      let bytes = bank.tls.requestBytes
      let failure = await #expect(throws: TokenFailure.self) { try await fetch() }
      guard case .network(.notPinned("localhost", let refusal))? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(refusal.reason == .differs(isListed: isListed))
      #expect(bank.tls.requestBytes == bytes)
    }
  }

  @Test func `a picture from a host that no pin speaks of is not compared`() async throws {
    try await PinnedBank.with { bank in
      let pinning = bank.client(PinConfiguration(certificates: [Self.wrong])).pinning
      let fetch = PictureFetch(
        options: bank.options, server: try ServerAddress("https://bank.example"),
        guardedBy: PinnedPictures(pinning, hosts: ["bank.example"]))
      let bytes = try await fetch.bytes(at: bank.server.baseURL + "/demo/pictures/bowl.png")
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }

  @Test func `a plain connection shows no certificate, and passes no guard`() async throws {
    let server = try await SandboxServer.start()
    let pinning = Pinning(
      PinConfiguration(certificates: [Self.wrong]),
      ports: PinPorts(
        fetching: PinListFetch(options: TransportOptions()), store: MemoryPinStore()),
      logger: TokenWorld.silence)
    let transport = AsyncHTTPTransport(guardedBy: pinning)
    let request = OutgoingRequest(
      url: server.baseURL + "/pa/v3/status", headers: [], body: Array("{}".utf8))
    let fault = await #expect(throws: TransportFault.self) { try await transport.send(request) }
    #expect(fault?.mayHaveBeenSent == false)
    guard case .notPinned("127.0.0.1", let refusal)? = fault?.fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(refusal.reason == .noCertificate)
    await server.stop()
  }

  @Test func `authority and keys are kept for the next start`() async throws {
    try await PinnedBank.with { bank in
      let directory = String(bank.tls.authorityFile.dropLast("/ca.pem".count))
      let again = try SandboxTLS(directory: directory)
      #expect(again.certificate == bank.tls.certificate)
      #expect(again.authority == bank.tls.authority)
      #expect(again.signer.publicKey == bank.tls.signer.publicKey)
    }
  }
}

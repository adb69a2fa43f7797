import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct ActivatingTests {
  @Test(arguments: ProtocolVersion.allCases)
  func `a code becomes an activation that is kept at once`(version: ProtocolVersion) async throws {
    let world = try TokenWorld(version: version)
    let activation = try await world.activate(commit: false)
    #expect(activation.deviceName == "My terminal")
    #expect(activation.fingerprint.count == 8)
    #expect(try await world.token.localActivation() == activation)
    #expect(try await world.token.status().state == .pendingCommit)
    await world.server.change { $0.state = .active }
    #expect(try await world.token.status().state == .active)
  }

  @Test func `a second activation over a live one is refused before anything is sent`() async throws
  {
    let world = try TokenWorld()
    try await world.activate()
    let before = await world.server.received.count
    await #expect(throws: TokenFailure.alreadyActivated) { try await world.activate() }
    #expect(await world.server.received.count == before)
  }

  @Test func `a code that another bank signed is refused before anything is sent`() async throws {
    let world = try TokenWorld()
    let foreign = try #require(await ReferenceServer { 0 }.makeCode())
    await #expect(throws: TokenFailure.foreignActivationCode) {
      try await world.token.activate(
        ActivationRequest(code: foreign, deviceName: "x", pin: world.pin("2580")))
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test(arguments: [
    (String(repeating: "n", count: 256), "1", TokenFailure.Field.deviceName),
    ("n", String(repeating: "1", count: 256), .otp),
  ])
  func `what is longer than the server takes is refused before anything is sent`(
    name: String, otp: String, field: TokenFailure.Field
  ) async throws {
    let world = try TokenWorld()
    let code = try #require(await world.server.makeCode())
    await #expect(throws: TokenFailure.tooLong(field: field, limit: 255)) {
      try await world.token.activate(
        ActivationRequest(code: code, deviceName: name, otp: otp, pin: world.pin("2580")))
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test(arguments: [nil, "", "9999"] as [String?])
  func `a refusal says whether a one-time password was sent`(otp: String?) async throws {
    let world = try TokenWorld()
    let code = try #require(ActivationCode(random: Array(1...10)))
    await #expect(throws: TokenFailure.activationRefused(otpSent: otp == "9999")) {
      try await world.token.activate(
        ActivationRequest(code: code, deviceName: "x", otp: otp, pin: world.pin("2580")))
    }
    #expect(try await world.token.localActivation() == nil)
  }

  @Test func `the right one-time password makes the activation active at once`() async throws {
    let world = try TokenWorld()
    let code = try #require(await world.server.makeCode())
    _ = try await world.token.activate(
      ActivationRequest(code: code, deviceName: "x", otp: "1234", pin: world.pin("2580")))
    #expect(try await world.token.status().state == .active)
  }

  @Test func `nothing is sent when nothing could be kept`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    store.fail(.prepare, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.activate()
    }
    #expect(await world.server.received.isEmpty)
  }

  @Test func `a failure to keep the activation is said, and nothing is half there`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    store.fail(.insert, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.activate()
    }
    #expect(try await world.token.localActivation() == nil)
  }

  @Test func `a lost answer leaves nothing and says that the outcome is unknown`() async throws {
    let world = try TokenWorld()
    await world.server.breaking { _, path in path.hasSuffix("/create") ? .lostAnswer : nil }
    await #expect(throws: TokenFailure.network(.connectionLost)) { try await world.activate() }
    await world.server.breaking { _, path in
      path == "/pa/v3/activation/create" ? .lostAnswer : nil
    }
    await #expect(throws: TokenFailure.activationOutcomeUnknown(.connectionLost)) {
      try await world.activate()
    }
    #expect(try await world.token.localActivation() == nil)
    await world.server.breaking(nil)
    try await world.activate()
  }

  @Test func `an answer that does not open is not believed`() async throws {
    let world = try TokenWorld()
    let forged: JSONValue = [
      "encryptedData": "AAAAAAAAAAAAAAAAAAAAAA==",
      "mac": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "nonce": "AAAAAAAAAAAAAAAAAAAAAA==", "timestamp": 1,
    ]
    await world.server.breaking { _, path in
      guard path == "/pa/v3/activation/create" else { return nil }
      return .replaced(IncomingAnswer(status: 200, headers: [], body: forged.bytes()))
    }
    await #expect(throws: TokenFailure.activationOutcomeUnknown(.unusableAnswer(.protection))) {
      try await world.activate()
    }
    #expect(try await world.token.localActivation() == nil)
  }

  @Test func `the encrypted request is not signed and names no activation`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let request = try #require(await world.server.requests["/pa/v3/activation/create"])
    let header = request.headers.first { $0.name == EncryptionHeader.name }
    #expect(try EncryptionHeader(parsing: header?.value ?? "").activationID == nil)
    #expect(request.headers.contains { $0.name == SignatureHeader.name } == false)
    #expect(request.headers.contains(HeaderField("Accept-Language", "en")))
    #expect(request.headers.contains(HeaderField("User-Agent", "Countersign/1 (en; test)")))
  }

  @Test func `the server is asked for texts in the language that was chosen last`() async throws {
    let world = try TokenWorld()
    await world.token.prefer(languages: "cs")
    try await world.activate()
    let request = try #require(await world.server.requests["/pa/v3/activation/create"])
    #expect(request.headers.contains(HeaderField("Accept-Language", "cs")))
    #expect(request.headers.contains(HeaderField("User-Agent", "Countersign/1 (cs; test)")))
  }
}

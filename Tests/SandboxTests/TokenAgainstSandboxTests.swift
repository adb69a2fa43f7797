import Foundation
import HTTPTransport
import Logging
import PowerAuth
import Sandbox
import TestSupport
import Testing
import TokenCore
import TokenModel

/// The way to a sandbox in this process.
private struct SandboxTransport: Transport {
  let sandbox: Sandbox

  func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    let path = request.url.replacing("https://bank.example", with: "")
    let response = await sandbox.handle(
      SandboxRequest(
        target: path, headers: request.headers.map { ($0.name, $0.value) }, body: request.body))
    guard !response.isLost else {
      throw TransportFault(.connectionLost, mayHaveBeenSent: true)
    }
    return IncomingAnswer(status: response.status, headers: [], body: response.body)
  }
}

/// The token as the program wires it, and the bank that it belongs to.
private struct Setup {
  let bank: TestBank
  let version: ProtocolVersion
  let store = MemoryStore()
  let token: Token
  let pin: PIN
  let wrongPIN: PIN

  init(_ version: ProtocolVersion, address: String = "https://bank.example") throws {
    bank = try TestBank()
    self.version = version
    token = try Self.token(bank, version, store, SandboxTransport(sandbox: bank.sandbox), address)
    pin = try #require(PIN(Secret(Array("2580".utf8))))
    wrongPIN = try #require(PIN(Secret(Array("0000".utf8))))
  }

  /// Another process on the same state.
  func freshToken() throws -> Token {
    try Self.token(
      bank, version, store, SandboxTransport(sandbox: bank.sandbox), "https://bank.example")
  }

  static func token(
    _ bank: TestBank, _ version: ProtocolVersion, _ store: MemoryStore,
    _ transport: any Transport, _ address: String
  ) throws -> Token {
    let clock = bank.clock
    return Token(
      profile: TokenProfile(
        name: "default", credentials: bank.sandbox.credentials, version: version,
        server: try ServerAddress(address + "/enrollment-server"), userAgent: "test",
        deviceInfo: "test"),
      ports: TokenPorts(
        transport: transport, store: store,
        clock: TokenClock(
          now: { clock.now },
          monotonicMilliseconds: { Int64(clock.now.timeIntervalSince1970 * 1000) },
          sleep: { _ in await Task.yield() })),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// Activated and committed; the registration's identifier.
  func activated() async throws -> String {
    let (id, code) = try await bank.register()
    _ = try await token.activate(
      ActivationRequest(code: code, deviceName: "My terminal", pin: pin))
    await bank.commit(id)
    return id
  }

  func offered() async throws -> UserOperation {
    try await token.operation(id: bank.operation())
  }

  func state(of operation: UserOperation) async throws -> String {
    try await bank.operationState(operation.id).text("status")
  }
}

@Suite struct TokenAgainstSandboxTests {
  @Test(arguments: ProtocolVersion.allCases)
  func `the whole story of a token`(version: ProtocolVersion) async throws {
    let setup = try Setup(version)
    let (id, code) = try await setup.bank.register()
    let activation = try await setup.token.activate(
      ActivationRequest(code: code, deviceName: "My terminal", pin: setup.pin)
    ).local
    #expect(
      try await setup.bank.registration(id).text("activationFingerprint") == activation.fingerprint)
    #expect(try await setup.token.status().state == .pendingCommit)
    await setup.bank.commit(id)
    #expect(try await setup.token.status().state == .active)
    let one = try await setup.bank.operation()
    let two = try await setup.bank.operation()
    let list = try await setup.token.operations()
    #expect(Set(list.operations.map(\.id)) == [one, two])
    #expect(list.unreadable == 0)
    try await setup.token.approve(list.operations[0], with: .pin(setup.pin))
    try await setup.token.reject(list.operations[1], reason: .unexpectedOperation)
    #expect(try await setup.state(of: list.operations[0]) == "APPROVED")
    #expect(try await setup.state(of: list.operations[1]) == "REJECTED")
    #expect(try await setup.token.operations().operations.isEmpty)
    try await setup.token.remove(with: .pin(setup.pin))
    #expect(try await setup.token.localActivation() == nil)
    #expect(try await setup.bank.registration(id).text("registrationStatus") == "REMOVED")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `five wrong PINs block, and the bank unblocks`(version: ProtocolVersion) async throws {
    let setup = try Setup(version)
    let id = try await setup.activated()
    for left in [4, 3, 2, 1] {
      // Each on an operation of its own, whose attempts are counted too.
      let operation = try await setup.offered()
      await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: left)) {
        try await setup.token.approve(operation, with: .pin(setup.wrongPIN))
      }
    }
    let last = try await setup.offered()
    await #expect(throws: TokenFailure.blocked) {
      try await setup.token.approve(last, with: .pin(setup.wrongPIN))
    }
    await #expect(throws: TokenFailure.blocked) { try await setup.token.operations() }
    _ = await setup.bank.cloud("PUT", "registrations/\(id)", ["change": "UNBLOCK"])
    try await setup.token.approve(last, with: .pin(setup.pin))
    #expect(try await setup.state(of: last) == "APPROVED")
    #expect(try await setup.token.status().attemptsLeft == 5)
  }

  @Test(arguments: ProtocolVersion.allCases, [-86_400, 86_400])
  func `a server whose clock is a day off`(version: ProtocolVersion, seconds: Int) async throws {
    let setup = try Setup(version)
    setup.bank.sandbox.faults = SandboxFaults(clockShiftSeconds: seconds)
    _ = try await setup.activated()
    let operation = try await setup.offered()
    try await setup.token.approve(operation, with: .pin(setup.pin))
    #expect(try await setup.state(of: operation) == "APPROVED")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a server whose counter has moved ahead`(version: ProtocolVersion) async throws {
    let setup = try Setup(version)
    _ = try await setup.activated()
    let operation = try await setup.offered()
    setup.bank.sandbox.faults = SandboxFaults(counterSteps: 7)
    try await setup.freshToken().approve(operation, with: .pin(setup.pin))
    #expect(try await setup.state(of: operation) == "APPROVED")
    setup.bank.sandbox.faults = SandboxFaults(counterSteps: 7)
    let other = try await setup.offered()
    try await setup.token.approve(other, with: .pin(setup.pin))
    #expect(try await setup.state(of: other) == "APPROVED")
    #expect(try await setup.token.status().isDeadlocked == false)
  }

  @Test(
    arguments: [
      "/pa/v3/status", "/activation/status", "/keystore/create", "/token/create",
      "/operation/list", "/operation/authorize",
    ], ProtocolVersion.allCases)
  func `after a lost answer anywhere the next approval works`(
    path: String, version: ProtocolVersion
  ) async throws {
    let setup = try Setup(version)
    _ = try await setup.activated()
    let ids = [try await setup.bank.operation(), try await setup.bank.operation()]
    setup.bank.sandbox.faults = SandboxFaults(lostAnswers: [path])
    let token = try setup.freshToken()
    let pin = setup.pin
    func approve(_ id: String) async throws {
      _ = try await token.operations()
      try await token.approve(try await token.operation(id: id), with: .pin(pin))
    }
    _ = try? await approve(ids[0])
    try await approve(ids[1])
    #expect(try await setup.bank.operationState(ids[1]).text("status") == "APPROVED")
    #expect(try await token.status().attemptsLeft == 5)
  }

  @Test(arguments: [ProtocolVersion.v3_0, .v3_3])
  func `the same over real HTTP`(version: ProtocolVersion) async throws {
    let server = try await SandboxServer.start(SandboxConfiguration())
    let transport = AsyncHTTPTransport()
    let token = Token(
      profile: TokenProfile(
        name: "default", credentials: server.credentials, version: version,
        server: try ServerAddress(server.baseURL + "/enrollment-server"), userAgent: "test",
        deviceInfo: "test"),
      ports: TokenPorts(
        transport: transport, store: MemoryStore(),
        // Stands still: on a busy machine an exchange may take longer than a clock's comparison may.
        clock: ManualClock(wall: Int64(Date().timeIntervalSince1970 * 1000)).tokenClock()),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let pin = try #require(PIN(Secret(Array("2580".utf8))))
    let code = try await server.createDemoActivation()
    let activation = try await token.activate(
      ActivationRequest(code: code, deviceName: "My terminal", pin: pin)
    ).local
    #expect(activation.fingerprint.count == 8)
    #expect(try await token.status().attemptsLeft >= 0)
    await transport.shutdown()
    await server.stop()
  }
}

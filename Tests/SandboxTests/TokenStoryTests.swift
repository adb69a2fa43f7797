import Foundation
import Logging
import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// The token's own use cases against the sandbox, without HTTP between them.
@Suite struct TokenStoryTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(arguments: ProtocolVersion.allCases)
  func `activate, see, approve, reject, get blocked and unblocked, remove`(
    version: ProtocolVersion
  ) async throws {
    let token = try token(version)
    let id = try await activate(token)
    #expect(try await token.status().state == .active)
    #expect(try await bank.registration(id).text("name") == "My terminal")

    let payment = try await bank.operation()
    try await token.approve(token.operation(id: payment), with: .pin(pin("2580")))
    #expect(try await bank.operationState(payment).text("status") == "APPROVED")
    let login = try await bank.operation("login")
    try await token.approve(token.operation(id: login), with: nil)
    #expect(try await bank.operationState(login).text("status") == "APPROVED")
    let refused = try await bank.operation()
    try await token.reject(token.operation(id: refused), reason: .incorrectData)
    #expect(try await bank.operationState(refused).text("status") == "REJECTED")

    let last = try await bank.operation()
    let operation = try await token.operation(id: last)
    for left in [4, 3, 2, 1] {
      await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: left)) {
        try await token.approve(operation, with: .pin(pin("1111")))
      }
    }
    // The server answers that the operation has failed; the user has to know more than that.
    await #expect(throws: TokenFailure.blocked) {
      try await token.approve(operation, with: .pin(pin("1111")))
    }
    #expect(try await token.status().state == .blocked)
    _ = await bank.cloud("PUT", "registrations/\(id)", ["change": "UNBLOCK"])
    let another = try await bank.operation()
    try await token.approve(token.operation(id: another), with: .pin(pin("2580")))
    try await token.remove(with: .pin(pin("2580")))
    #expect(try await bank.registration(id).text("registrationStatus") == "REMOVED")
    #expect(try await token.localActivation() == nil)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `after a lost answer the next approval works`(version: ProtocolVersion) async throws {
    let token = try token(version)
    try await activate(token)
    let first = try await token.operation(id: bank.operation())
    let second = try await token.operation(id: bank.operation())
    bank.sandbox.faults.lostAnswers = ["/operation/authorize"]
    await #expect(throws: TokenFailure.self) {
      try await token.approve(first, with: .pin(pin("2580")))
    }
    #expect(try await bank.operationState(first.id).text("status") == "APPROVED")
    try await token.approve(second, with: .pin(pin("2580")))
    #expect(try await bank.operationState(second.id).text("status") == "APPROVED")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a server counter that ran ahead is followed`(version: ProtocolVersion) async throws {
    let token = try token(version)
    try await activate(token)
    let operation = try await token.operation(id: bank.operation())
    bank.sandbox.faults.counterSteps = 5
    #expect(try await token.status().isDeadlocked == false)
    try await token.approve(operation, with: .pin(pin("2580")))
    #expect(try await bank.operationState(operation.id).text("status") == "APPROVED")
  }

  @Test(arguments: ProtocolVersion.allCases, [-86_400, 86_400])
  func `a server clock that is a day off disturbs nothing`(
    version: ProtocolVersion, seconds: Int
  ) async throws {
    bank.sandbox.faults.clockShiftSeconds = seconds
    let token = try token(version)
    try await activate(token)
    let operation = try await bank.operation()
    #expect(try await token.operations().operations.map(\.id) == [operation])
    try await token.approve(token.operation(id: operation), with: .pin(pin("2580")))
    #expect(try await bank.operationState(operation).text("status") == "APPROVED")
  }

  // MARK: - Support

  private struct InProcess: Transport {
    let sandbox: Sandbox

    func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
      let target = request.url.replacing("http://127.0.0.1", with: "")
      let answer = await sandbox.handle(
        SandboxRequest(
          target: target, headers: request.headers.map { ($0.name, $0.value) },
          body: request.body))
      if answer.isLost { throw TransportFault(.connectionLost, mayHaveBeenSent: true) }
      return IncomingAnswer(
        status: answer.status, headers: [HeaderField("Content-Type", "application/json")],
        body: answer.body)
    }
  }

  private func token(_ version: ProtocolVersion) throws -> Token {
    let clock = bank.clock
    return Token(
      profile: TokenProfile(
        name: "default", credentials: bank.sandbox.credentials, version: version,
        server: try ServerAddress("http://127.0.0.1/enrollment-server"),
        userAgent: "Countersign/1 (test)", deviceInfo: "test"),
      ports: TokenPorts(
        transport: InProcess(sandbox: bank.sandbox), store: MemoryStore(),
        clock: TokenClock(
          now: { clock.now },
          monotonicMilliseconds: { Int64(clock.now.timeIntervalSince1970 * 1000) },
          sleep: { clock.advance(seconds: Double($0) / 1000) })),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// The registration's identifier, once it is active.
  @discardableResult
  private func activate(_ token: Token) async throws -> String {
    let (id, code) = try await bank.register()
    let activation = try await token.activate(
      ActivationRequest(code: code, deviceName: "My terminal", pin: pin("2580"))
    ).local
    #expect(activation.activationID == id)
    #expect(
      try await bank.registration(id).text("activationFingerprint") == activation.fingerprint)
    await bank.commit(id)
    return id
  }

  private func pin(_ text: String) throws -> PIN {
    try #require(PIN(Secret(Array(text.utf8))))
  }
}

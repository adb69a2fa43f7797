import Foundation
import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// A token of a bank, with the store in which it lives.
struct StoryToken {
  let bank: TestBank
  let version: ProtocolVersion
  let store = MemoryStore()
  let token: Token
  /// 2580, of which the sandbox knows nothing.
  let pin: PIN

  init(_ bank: TestBank, _ version: ProtocolVersion = .v3_3) throws {
    self.bank = bank
    self.version = version
    token = try Self.token(bank, version, store)
    pin = try #require(PIN(Secret("2580".utf8)))
  }

  /// Another process on the same state.
  func nextProcess() throws -> Token { try Self.token(bank, version, store) }

  var factor: SecondFactor { .pin(pin) }

  func request(_ credential: ActivationCredential) -> ActivationRequest {
    ActivationRequest(credential: credential, deviceName: "My terminal", pin: pin)
  }

  /// Activated and committed; the registration's identifier.
  @discardableResult
  func activate() async throws -> String {
    let (id, code) = try await bank.register()
    _ = try await token.activate(request(.code(code)))
    await bank.commit(id)
    return id
  }

  private static func token(
    _ bank: TestBank, _ version: ProtocolVersion, _ store: MemoryStore
  ) throws -> Token {
    let clock = bank.clock
    return Token(
      profile: TokenProfile(
        name: "default", credentials: bank.sandbox.credentials, version: version,
        server: try ServerAddress(LoopbackTransport.address), userAgent: "test",
        deviceInfo: "test"),
      ports: TokenPorts(
        transport: LoopbackTransport(sandbox: bank.sandbox), store: store,
        clock: TokenClock(
          now: { clock.now },
          monotonicMilliseconds: { Int64(clock.now.timeIntervalSince1970 * 1000) },
          sleep: { _ in await Task.yield() })),
      logger: TokenWorld.silence)
  }
}

/// The way to a sandbox in this process, which believes that it was reached by HTTP.
private struct LoopbackTransport: Transport {
  static let address = "http://127.0.0.1:8080"

  let sandbox: Sandbox

  func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    let headers = request.headers.map { ($0.name, $0.value) } + [("Host", "127.0.0.1:8080")]
    let response = await sandbox.handle(
      SandboxRequest(
        target: String(request.url.dropFirst(Self.address.count)), headers: headers,
        body: request.body))
    guard !response.isLost else {
      throw TransportFault(.connectionLost, mayHaveBeenSent: true)
    }
    return IncomingAnswer(status: response.status, headers: [], body: response.body)
  }
}

import Foundation
import Logging
import PowerAuth
import TokenCore
import TokenModel

/// A token, its store, its server and both their clocks.
public struct TokenWorld: Sendable {
  public let version: ProtocolVersion
  public let clock = ManualClock()
  public let server: ReferenceServer
  public let store: any ActivationStore
  public let token: Token
  private let biometry: [any BiometryProvider]
  private let sleepMovesTime: Bool

  /// `serverAhead` in milliseconds is how far the server's clock goes before ours.
  ///
  /// Where sleeping does not move the time, nobody ever gives up waiting.
  public init(
    version: ProtocolVersion = .v3_3, serverAhead: Int64 = 0,
    store: any ActivationStore = MemoryStore(), biometry: [any BiometryProvider] = [],
    sleepMovesTime: Bool = true, externalKey: Secret? = nil
  ) throws {
    self.version = version
    self.store = store
    self.biometry = biometry
    self.sleepMovesTime = sleepMovesTime
    let clock = clock
    server = ReferenceServer { clock.wall + serverAhead }
    token = try Self.token(
      server, store, clock.tokenClock(sleepMovesTime: sleepMovesTime), version, biometry,
      externalKey)
  }

  /// Another token on the same store, as another process has it; it may sleep in its own way.
  public func secondToken(
    on store: (any ActivationStore)? = nil, externalKey: Secret? = nil,
    missing: TokenFailure? = nil, sleep: (@Sendable (Int64) async -> Void)? = nil
  ) throws -> Token {
    let usual = clock.tokenClock(sleepMovesTime: sleepMovesTime)
    let clock = TokenClock(
      now: usual.now, monotonicMilliseconds: usual.monotonicMilliseconds,
      sleep: sleep ?? usual.sleep)
    return try Self.token(
      server, store ?? self.store, clock, version, biometry, externalKey, missing)
  }

  private static func token(
    _ server: ReferenceServer, _ store: any ActivationStore, _ clock: TokenClock,
    _ version: ProtocolVersion, _ biometry: [any BiometryProvider], _ externalKey: Secret?,
    _ missing: TokenFailure? = nil
  ) throws -> Token {
    let address = try ServerAddress("https://bank.example/enrollment-server")
    return Token(
      profile: TokenProfile(
        name: "default", credentials: server.credentials, version: version, server: address,
        userAgent: "Countersign/1 ({language}; test)", deviceInfo: "test"),
      ports: TokenPorts(transport: server, store: store, clock: clock, biometry: biometry),
      logger: silence, externalKey: externalKey, missingExternalKey: missing)
  }

  /// Activates with the PIN 2580 and lets the bank commit.
  @discardableResult
  public func activate(commit: Bool = true) async throws -> LocalActivation {
    let code = try await required(server.makeCode())
    let activation = try await token.activate(
      ActivationRequest(code: code, deviceName: "My terminal", pin: try pin("2580"))
    ).local
    if commit { await server.change { $0.state = .active } }
    if !activation.usesExternalKey { try await lightenPIN() }
    return activation
  }

  /// Offers a payment that wants the PIN and fetches it as the client sees it.
  public func offeredPayment(id: String = "op-1") async throws -> UserOperation {
    await server.offer([Self.operation(id)])
    return try await token.operation(id: id)
  }

  /// The wire form of an operation; `type` is `1FA` or `2FA`, the latter by PIN unless told otherwise.
  public static func operation(
    _ id: String, type: String = "2FA", variants: [String] = ["possession_knowledge"]
  ) -> JSONValue {
    [
      "id": .string(id), "name": "payment", "data": "A1*A100CZK*I\u{201e}é\"\\/",
      "status": "PENDING", "formData": ["title": "Payment", "message": "Pay", "attributes": []],
      "allowedSignatureType": [
        "type": .string(type),
        "variants": .array(type == "2FA" ? variants.map(JSONValue.string) : []),
      ],
    ]
  }

  public func pin(_ text: String) throws -> PIN { try required(PIN(Secret(Array(text.utf8)))) }

  /// A log that keeps nothing.
  public static let silence = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Something that a test relies on was nil.
  public struct Missing: Error {}

  private func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }
}

import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

/// A small PowerAuth server in this process, on the other side of a Transport.
///
/// It checks what real servers check: signatures with look-ahead, attempts, token digests and their
/// age, encryption and its time, temporary keys. Every request can be made to go wrong.
public actor ReferenceServer: Transport {
  public struct Activation: Sendable {
    public var state = ActivationState.pendingCommit
    public var failed = 0
    public var counter: SignatureCounter
    public var name: String
    /// How far the upgrade from protocol 2 has come; nil in protocol 3.
    public var upgrade: ServerUpgrade?
    public var customObject: JSONValue?
    let keys: DerivedKeys
    let serverKey: PrivateKey
    let devicePublicKey: PublicKey
  }

  /// What goes wrong with one request.
  public enum Fault: Sendable {
    /// No connection: the server never sees it.
    case unreachable
    /// No connection either, found out only when the stream ends.
    case hanging(until: AsyncStream<Void>)
    /// The server acts, and its answer is lost.
    case lostAnswer
    /// The server acts, and this arrives instead of its answer.
    case replaced(IncomingAnswer)
    /// The server acts, and its answer's JSON is changed on the way.
    case changed(@Sendable (JSONValue) -> JSONValue)
    /// The server's counter goes so many steps ahead just before it acts.
    case movedAhead(Int)
    /// This arrives, and the server never sees the request.
    case intercepted(IncomingAnswer)
  }

  public static let lookAhead = 20
  public static let maxFailed = 5

  public nonisolated let credentials: ApplicationCredentials
  let masterKey = PrivateKey.generate()
  /// Milliseconds since 1970, by the server's own clock.
  let now: @Sendable () -> Int64

  public internal(set) var activations: [String: Activation] = [:]
  public internal(set) var operations: [JSONValue] = []
  /// What the history tells.
  var past: [JSONValue] = []
  /// What was decided: `authorize <id>`, `cancel <id> <reason>`.
  public internal(set) var decisions: [String] = []
  /// The paths of all requests that arrived, in order.
  public private(set) var received: [String] = []
  /// The last request to each path.
  public private(set) var requests: [String: OutgoingRequest] = [:]
  public internal(set) var tokens: [String: (secret: Secret, activationID: String)] = [:]
  /// What was proven for each token.
  var tokenFactors: [String: Factors] = [:]
  /// What the bank's own side knows and allows.
  var bank = ReferenceBank()
  /// What the last activation brought along.
  public internal(set) var lastActivation:
    (
      outer: ActivationLayer1Request, inner: ActivationLayer2Request
    )?
  /// What the vault and the recovery codes are about.
  public var vault = ServerVault()
  var codes: Set<String> = []
  var temporaryKeys: [String: PrivateKey] = [:]
  var unknownKeyRefusal: ServerRefusal?
  var usedNonces: Set<String> = []
  /// Counts requests from 0 and may break each.
  private var fault: (@Sendable (_ number: Int, _ path: String) -> Fault?)?
  private var sent = 0

  public init(now: @escaping @Sendable () -> Int64) {
    credentials = ApplicationCredentials(
      applicationKey: SecureRandom.bytes(16), applicationSecret: SecureRandom.bytes(16),
      masterPublicKey: masterKey.publicKey)
    self.now = now
  }

  /// Breaks requests from now on, counted from 0; nil mends all.
  public func breaking(_ fault: (@Sendable (_ number: Int, _ path: String) -> Fault?)?) {
    self.fault = fault
    sent = 0
  }

  public func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    let path = Self.path(request)
    let number = sent
    sent += 1
    switch fault?(number, path) {
    case .unreachable:
      throw TransportFault(
        .unreachable(host: "server", reason: "connection refused"), mayHaveBeenSent: false)
    case .hanging(let end):
      for await _ in end {}
      throw TransportFault(.timeOut(seconds: 20), mayHaveBeenSent: false)
    case .lostAnswer:
      _ = answer(request, path)
      throw TransportFault(.connectionLost, mayHaveBeenSent: true)
    case .replaced(let other):
      _ = answer(request, path)
      return other
    case .changed(let change):
      let answer = answer(request, path)
      guard let json = try? JSONValue(parsing: answer.body) else { return answer }
      return Self.json(answer.status, change(json))
    case .movedAhead(let steps):
      change { $0.counter = $0.counter.stepped(by: steps) }
      return answer(request, path)
    case .intercepted(let other): return other
    case nil: return answer(request, path)
    }
  }

  /// A fresh code, signed as a scanned one is.
  public func makeCode() -> ActivationCode? {
    guard let code = ActivationCode(random: SecureRandom.bytes(10)) else { return nil }
    codes.insert(code.text)
    let signature = Base64.encode(ActivationCodeSignature.sign(code, by: masterKey))
    return try? ActivationCode(code.text + "#" + signature)
  }

  /// What the server's own key signs, as a token of JSON has it.
  public nonisolated func masterSignature(_ data: [UInt8]) -> [UInt8] {
    masterKey.signature(for: data, format: .raw)
  }

  /// Changes every activation, as the bank's side does.
  public func change(_ body: @Sendable (inout Activation) -> Void) {
    for id in activations.keys {
      if var activation = activations[id] {
        body(&activation)
        activations[id] = activation
      }
    }
  }

  /// Forgets all tokens, as an unlucky deployment does.
  public func forgetTokens() { tokens = [:] }

  /// Forgets all temporary keys, as a restart does; asked for one, it may blame something else.
  public func forgetTemporaryKeys(blaming other: ServerRefusal? = nil) {
    temporaryKeys = [:]
    unknownKeyRefusal = other
  }

  /// Changes what the bank's own side knows and allows.
  public func configure(_ change: @Sendable (inout ReferenceBank) -> Void) { change(&bank) }

  public func offer(_ operations: [JSONValue]) { self.operations += operations }

  /// Gives the history these entries, newest first.
  public func remember(_ operations: [JSONValue]) { past = operations }

  private func answer(_ request: OutgoingRequest, _ path: String) -> IncomingAnswer {
    received.append(path)
    requests[path] = request
    do {
      return Self.json(200, try handle(path, ServerRequest(request)))
    } catch let refusal as Refusal {
      var object: JSONValue = ["code": .string(refusal.code), "message": .string(refusal.message)]
      if let next = refusal.nextPUK {
        object = object.setting("currentRecoveryPukIndex", to: .number(.init(next)))
      }
      return Self.json(refusal.status, ["status": "ERROR", "responseObject": object])
    } catch {
      return Self.json(500, ["status": "ERROR", "responseObject": ["code": "ERROR_GENERIC"]])
    }
  }

  static func json(_ status: Int, _ json: JSONValue) -> IncomingAnswer {
    IncomingAnswer(
      status: status, headers: [HeaderField("Content-Type", "application/json")],
      body: json.bytes())
  }

  private static func path(_ request: OutgoingRequest) -> String {
    request.url.range(of: "/pa/").map { String(request.url[$0.lowerBound...]) }
      ?? request.url.range(of: "/api/").map { String(request.url[$0.lowerBound...]) } ?? ""
  }
}

/// A request as the handlers read it.
struct ServerRequest {
  let body: [UInt8]
  let json: JSONValue
  private let headers: [HeaderField]

  init(_ request: OutgoingRequest) throws {
    body = request.body
    headers = request.headers
    json = try JSONValue(parsing: body)
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// An error answer on its way out of a handler.
struct Refusal: Error {
  let status: Int
  let code: String
  let message: String
  var nextPUK: Int?
}

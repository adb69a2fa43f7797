import FoundationEssentials
import PowerAuth
import Synchronization
import TokenModel

/// A bank in one process: PowerAuth server, enrollment server and Cloud API over one set of books.
///
/// Requests are answered one at a time, each in one transaction: a counter, an attempt or a nonce that
/// was checked cannot change before it is acted upon. What a refusal wrote down stays written.
public final class Sandbox: Sendable {
  private let store: SandboxStore
  private let templates: OperationTemplates
  private let clock: @Sendable () -> Date
  private let faultBox: Mutex<SandboxFaults>
  /// The published list of certificates.
  let fingerprints: FingerprintPublisher

  /// HTTP basic authentication of the Cloud API.
  public let apiUser: String
  /// HTTP basic authentication of the Cloud API.
  public let apiPassword: String

  /// Opens or creates the books; throws when the data file cannot be used.
  public init(_ configuration: SandboxConfiguration = SandboxConfiguration()) throws {
    store = try SandboxStore(
      file: configuration.dataFile, apiUser: configuration.apiUser,
      apiPassword: configuration.apiPassword)
    templates = try OperationTemplates()
    clock = configuration.now
    faultBox = Mutex(configuration.faults)
    fingerprints = FingerprintPublisher(
      try configuration.tlsDirectory.map { try SandboxTLS(directory: $0) },
      now: Milliseconds(configuration.now()) / 1000)
    apiUser = configuration.apiUser ?? store.application.apiUser
    apiPassword = configuration.apiPassword ?? store.application.apiPassword
  }

  /// What a client of this bank is configured with.
  public var credentials: ApplicationCredentials { store.application.credentials }

  /// What goes wrong from now on.
  public var faults: SandboxFaults {
    get { faultBox.withLock { $0 } }
    set { faultBox.withLock { $0 = newValue } }
  }

  /// Answers one request.
  public func handle(_ request: SandboxRequest) async -> SandboxResponse {
    let (faults, isAnswerLost) = faultBox.withLock { $0.taken(forPath: request.path) }
    if faults.delayMilliseconds > 0 {
      try? await Task.sleep(for: .milliseconds(faults.delayMilliseconds))
    }
    var response = await answer(request, faults)
    response.isLost = isAnswerLost
    return response
  }

  /// Runs `body` over the books, at the sandbox's own time.
  func perform<Value: Sendable>(
    _ body: @escaping @Sendable (Ledger, OperationTemplates) throws -> Value
  ) async throws -> Value {
    try await store.write(at: now) { [templates] in try body($0, templates) }
  }

  private var now: Milliseconds {
    Milliseconds(clock()) + .seconds(faults.clockShiftSeconds)
  }

  private func answer(
    _ request: SandboxRequest, _ faults: SandboxFaults
  ) async -> SandboxResponse {
    do {
      return try await perform { [self] ledger, _ in
        try ledger.moveCounters(by: faults.counterSteps)
        do {
          return try route(request, ledger, faults)
        } catch let refusal as Refusal {
          return refusal.response
        }
      }
    } catch {
      return Refusal.generic.response
    }
  }

  private func route(
    _ request: SandboxRequest, _ ledger: Ledger, _ faults: SandboxFaults
  ) throws -> SandboxResponse {
    let found: (route: Route, values: [String])
    switch Routes.family(of: request.path) {
    case .cloud(let segments):
      guard isAuthenticated(request) else { throw CloudFault.unauthorized }
      found = try Routes.find(
        request.method, segments, in: Routes.cloud, foreignMethod: .notFound)
    case .mobile(let segments):
      guard !faults.missingEndpoints.contains(where: request.path.hasSuffix) else {
        throw Refusal.notFound
      }
      found = try Routes.find(
        request.method, segments, in: Routes.mobile, foreignMethod: .generic)
    }
    return try found.route.answer(
      Call(
        request: request, pathValues: found.values, ledger: ledger, templates: templates,
        faults: faults, fingerprints: fingerprints, setFaults: { self.faults = $0 }))
  }

  private func isAuthenticated(_ request: SandboxRequest) -> Bool {
    BasicAuthentication.isValid(
      request.header("Authorization"), user: apiUser, password: apiPassword)
  }
}

extension Ledger {
  /// Moves the counters of all devices, as if so many signatures had reached only the server.
  fileprivate func moveCounters(by steps: Int) throws {
    guard steps > 0 else { return }
    for var registration in try Registration.fetchAll(database) {
      guard let counter = registration.device?.counter else { continue }
      registration.device?.counter = counter.stepped(by: steps)
      try update(registration)
    }
  }
}

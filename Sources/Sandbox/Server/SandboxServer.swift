import Hummingbird
import Logging
import NIOCore
import PowerAuth
import TokenModel

/// The sandbox behind HTTP on the loopback address.
public final class SandboxServer: Sendable {
  /// Nobody but this machine is served.
  private static let host = "127.0.0.1"

  /// The server ended before it took its first connection.
  public struct NotStarted: Error {}

  /// `http://127.0.0.1:PORT`; below it lie `/enrollment-server` and `/powerauth-cloud/v2`.
  public let baseURL: String
  /// The bank behind it, whose faults may be set while it runs.
  public let sandbox: Sandbox
  private let server: Task<Void, any Error>
  private let scenario: Task<Void, Never>?

  private init(
    sandbox: Sandbox, port: Int, server: Task<Void, any Error>, scenario: Task<Void, Never>?
  ) {
    baseURL = "http://\(Self.host):\(port)"
    self.sandbox = sandbox
    self.server = server
    self.scenario = scenario
  }

  /// Opens the books and listens; throws when the data file or the port cannot be had.
  public static func start(
    _ configuration: SandboxConfiguration = SandboxConfiguration()
  ) async throws -> SandboxServer {
    let sandbox = try Sandbox(configuration)
    let (ports, found) = AsyncThrowingStream<Int, any Error>.makeStream()
    let application = Application(
      responder: HTTPShell(sandbox: sandbox),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: configuration.port), serverName: "countersign-sandbox"),
      onServerRunning: { found.yield($0.localAddress?.port ?? configuration.port) },
      logger: Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() })
    let server = Task {
      do {
        try await application.run()
        found.finish()
      } catch {
        found.finish(throwing: error)
        throw error
      }
    }
    guard let port = try await ports.first(where: { _ in true }) else { throw NotStarted() }
    let scenario = try configuration.scenario ? ScenarioRunner(sandbox).start() : nil
    return SandboxServer(sandbox: sandbox, port: port, server: server, scenario: scenario)
  }

  /// What a client of this bank is configured with.
  public var credentials: ApplicationCredentials { sandbox.credentials }

  /// HTTP basic authentication of the Cloud API.
  public var apiUser: String { sandbox.apiUser }

  /// HTTP basic authentication of the Cloud API.
  public var apiPassword: String { sandbox.apiPassword }

  /// A code, with the bank's signature, whose registration commits itself soon after the key exchange.
  public func createDemoActivation() async throws -> ActivationCode {
    try await sandbox.createDemoActivation()
  }

  /// Ends the scenario, closes the connections and waits until all is over.
  public func stop() async {
    scenario?.cancel()
    server.cancel()
    await scenario?.value
    _ = await server.result
  }
}

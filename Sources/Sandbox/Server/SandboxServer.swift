import Glibc
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import PowerAuth
import TokenModel

/// The sandbox behind HTTP on the loopback address.
public final class SandboxServer: Sendable {
  /// Nobody but this machine is served.
  private static let host = "127.0.0.1"

  /// `http://127.0.0.1:PORT`, or `https://localhost:PORT` with TLS; below it lie `/enrollment-server` and `/powerauth-cloud/v2`.
  public let baseURL: String
  /// The bank behind it, whose faults may be set while it runs.
  public let sandbox: Sandbox
  private let server: Task<Void, Never>
  private let scenario: Task<Void, Never>?
  private let demoUserID: String

  private init(
    sandbox: Sandbox, port: Int, server: Task<Void, Never>, scenario: Task<Void, Never>?,
    demoUserID: String
  ) {
    self.demoUserID = demoUserID
    baseURL =
      sandbox.fingerprints.tls == nil
      ? "http://\(Self.host):\(port)" : "https://\(CertificateFiles.serverName):\(port)"
    self.sandbox = sandbox
    self.server = server
    self.scenario = scenario
  }

  /// Opens the books and listens; throws `SandboxFault`.
  public static func start(
    _ configuration: SandboxConfiguration = SandboxConfiguration()
  ) async throws -> SandboxServer {
    let sandbox = try Sandbox(configuration)
    let (ports, found) = AsyncThrowingStream<Int, any Error>.makeStream()
    let application = Application(
      responder: HTTPShell(sandbox: sandbox),
      server: try sandbox.fingerprints.tls.map { tls in
        try .tls(
          .http1(configuration: .init(additionalChannelHandlers: [TrafficCounter.Entrance(tls)])),
          tlsConfiguration: tls.configuration)
      } ?? .http1(),
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
      }
    }
    let port = try await port(of: server, among: ports, wanted: configuration.port)
    let runner = configuration.scenario.map {
      ScenarioRunner(sandbox: sandbox, scenario: $0, baseURL: "http://\(host):\(port)")
    }
    return SandboxServer(
      sandbox: sandbox, port: port, server: server, scenario: runner?.start(),
      demoUserID: configuration.scenario?.userID ?? DemoRules.userID)
  }

  /// The port that was taken; a server that ends before, or is not waited for, has none.
  private static func port(
    of server: Task<Void, Never>, among ports: AsyncThrowingStream<Int, any Error>, wanted: Int
  ) async throws(SandboxFault) -> Int {
    do {
      for try await port in ports { return port }
    } catch {
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) }
      throw .port(wanted, reason: reason ?? String(describing: error))
    }
    server.cancel()
    throw .port(wanted, reason: "the start was cancelled")
  }

  /// What a client of this bank is configured with.
  public var credentials: ApplicationCredentials { sandbox.credentials }

  /// The certificate that it shows; nil without TLS.
  public var tls: SandboxTLS? { sandbox.fingerprints.tls }

  /// The key that signs its list of certificates: a point of 65 B.
  public var fingerprintKey: [UInt8] { sandbox.fingerprints.signer.publicKey }

  /// HTTP basic authentication of the Cloud API.
  public var apiUser: String { sandbox.apiUser }

  /// HTTP basic authentication of the Cloud API.
  public var apiPassword: String { sandbox.apiPassword }

  /// A code, with the bank's signature, whose registration commits itself soon after the key exchange.
  public func createDemoActivation() async throws -> ActivationCode {
    try await sandbox.createDemoActivation(userID: demoUserID)
  }

  /// Ends the scenario, closes the connections and waits until all is over.
  public func stop() async {
    scenario?.cancel()
    server.cancel()
    await scenario?.value
    await server.value
  }
}

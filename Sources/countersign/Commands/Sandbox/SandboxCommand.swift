import ArgumentParser
import Glibc
import Sandbox
import TokenModel
import TokenScreens

/// `countersign sandbox`
struct SandboxCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sandbox", abstract: say("sandbox.alone"), discussion: say("sandbox.alone-more"))
  }

  @Option(help: .init(say("sandbox.port"), valueName: "n"))
  var port = 0

  @Option(help: .init(say("sandbox.data"), valueName: "file"))
  var data: String?

  @Flag(help: .init(say("pinning.sandbox-tls")))
  var tls = false

  @Option(help: .init(say("sandbox.scenario"), valueName: "file"))
  var scenario: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError(say("sandbox.port-range")) }
  }

  func run(in context: CommandContext) async throws {
    let scenario = try scenario.map { try ScenarioFile.scenario($0) }
    let relay = SignalRelay([SIGINT, SIGTERM, SIGHUP])
    let server = try await SandboxServer.start(
      SandboxConfiguration(
        port: port, dataFile: data, tlsDirectory: tls ? directory(context.places) : nil,
        scenario: scenario))
    context.console.answer(
      server.document, SandboxLines.all(SandboxGuide(server)))
    let signal = relay.wait()
    context.console.note(say("sandbox.ends"))
    await server.stop()
    // Whoever started us learns that a hang-up was the reason; an interrupt is the normal end.
    if signal == SIGHUP { relay.deliver(SIGHUP) }
  }

  /// Where keys and certificates stay, so that clients stay configured.
  private func directory(_ places: Places) -> String {
    let state = options.stateDir ?? places.stateDirectory
    return data.map { $0 + ".tls" } ?? state + "/sandbox-tls"
  }
}

extension SandboxServer {
  /// The document of JSON mode: the addresses, and what proves one's right to use them.
  fileprivate var document: JSONValue {
    var members: [String: JSONValue] = [
      "server": .string(baseURL + "/enrollment-server"),
      "cloud": .string(baseURL + "/powerauth-cloud/v2"),
      "user": .string(apiUser), "password": .string(apiPassword),
      "sdkConfiguration": .string(credentials.sdkConfiguration),
    ]
    if let tls {
      members["caFile"] = .string(tls.authorityFile)
      members["fingerprintKey"] = .string(SandboxGuide(self).fingerprintKey)
    }
    return .object(members)
  }
}

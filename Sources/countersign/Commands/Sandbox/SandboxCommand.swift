import ArgumentParser
import Glibc
import Sandbox
import TokenModel
import TokenScreens

/// `countersign sandbox`
struct SandboxCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Run a sandbox bank alone, until it is interrupted.",
    discussion: """
      It speaks to clients as an enrollment server does, and to you as PowerAuth Cloud does. It \
      prints how to configure a client, and the curl lines to play the bank. It listens on this \
      machine only and is made for trying and testing, never for real customers.
      """)

  @Option(help: .init("The TCP port; 0 takes a free one.", valueName: "n"))
  var port = 0

  @Option(help: .init("Keep registrations and operations in this file.", valueName: "file"))
  var data: String?

  @Flag(help: .init(say("pinning.sandbox-tls")))
  var tls = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is 0 to 65535.") }
  }

  func run(in context: CommandContext) async throws {
    let relay = SignalRelay([SIGINT, SIGTERM, SIGHUP])
    let server = try await SandboxServer.start(
      SandboxConfiguration(
        port: port, dataFile: data, tlsDirectory: tls ? directory(context.places) : nil))
    context.console.answer(
      server.document, SandboxGuide(server).lines + ["", "It runs until Ctrl-C ends it."])
    let signal = relay.wait()
    context.console.note("The sandbox ends.")
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

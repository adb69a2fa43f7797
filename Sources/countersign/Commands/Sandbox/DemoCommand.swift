import ArgumentParser
import Sandbox
import TokenModel

/// `countersign demo`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try the interface against a bank of your own, in this process.",
    discussion: """
      A sandbox bank starts on a free port of this machine, offers an activation code and keeps \
      sending operations. Leaving the interface ends it. Everything lies in a temporary directory \
      that is removed at the end, unless --keep is given: then it lies in DIR/demo of --state-dir, \
      and the next demo with --keep goes on from there.
      """)

  @Flag(help: "Keep the demo's files, and go on with those of the last time.")
  var keep = false

  @OptionGroup var options: GlobalOptions

  /// Runs on the calling thread, as the interface needs it.
  func runInForeground(in context: CommandContext) throws {
    let home =
      keep
      ? try DemoHome.kept(in: Location(options, context.places).stateDirectory)
      : try DemoHome.temporary()
    defer { home.finish() }
    let data = keep ? home.sandboxFile : nil
    let server = try waitFor {
      try await SandboxServer.start(SandboxConfiguration(dataFile: data, scenario: true))
    }
    try run(server, home)
    try waitFor { await server.stop() }
  }

  private func run(_ server: SandboxServer, _ home: DemoHome) throws {
    try home.configure(
      server: server.baseURL + "/enrollment-server",
      sdkConfiguration: server.credentials.sdkConfiguration)
    let code = try waitFor { try await server.createDemoActivation() }
    try Interface.run(home.location, offering: code, isSandbox: true)
  }
}

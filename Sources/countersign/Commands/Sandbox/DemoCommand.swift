import ArgumentParser
import Sandbox
import TokenModel
import TokenScreens

/// `countersign demo`
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo", abstract: say("sandbox.demo"), discussion: say("sandbox.demo-more"))
  }

  @Flag(help: ArgumentHelp(say("sandbox.keep")))
  var keep = false

  @Option(help: .init(say("sandbox.scenario"), valueName: "file"))
  var scenario: String?

  @OptionGroup var options: GlobalOptions

  /// Runs on the calling thread, as the interface needs it.
  func runInForeground(in context: CommandContext) throws {
    let scenario = try ScenarioFile.scenario(scenario)
    let home =
      keep
      ? try DemoHome.kept(in: Location(options, context.places).stateDirectory)
      : try DemoHome.temporary()
    defer { home.finish() }
    let data = keep ? home.sandboxFile : nil
    let server = try waitFor {
      try await SandboxServer.start(SandboxConfiguration(dataFile: data, scenario: scenario))
    }
    try run(server, home)
    try waitFor { await server.stop() }
  }

  private func run(_ server: SandboxServer, _ home: DemoHome) throws {
    try home.configure(
      server: server.baseURL + "/enrollment-server",
      sdkConfiguration: server.credentials.sdkConfiguration)
    let code = try waitFor { try await server.createDemoActivation() }
    try Interface.run(home.location, offering: code, isSandbox: true, isKept: keep)
  }
}

import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign biometry`
struct BiometryCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "biometry",
      abstract: say("factor-commands.finger-or-unlocked"),
      subcommands: [Status.self, Add.self, Remove.self])
  }

  /// `countersign biometry status`
  struct Status: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "status", abstract: say("factor-commands.show-which-ways"))
    }

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        context.console.answer(try await session.token.biometry())
      }
    }
  }

  /// `countersign biometry add`
  struct Add: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "add", abstract: say("factor-commands.let-finger-or"),
        discussion: say("factor-commands.pin-needed-once"))
    }

    @Option(
      help: .init(
        say("factor-commands.fingerprint-or-desktop"), valueName: "name"))
    var provider: BiometryChoice?

    @Flag(help: ArgumentHelp(say("command.read-pin-as")))
    var pinStdin = false

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let pin = try context.prompt.pin(fromPipe: pinStdin)
        try await session.token.addBiometry(pin: pin, provider: provider?.rawValue)
        context.console.answer(try await session.token.biometry())
      }
    }
  }

  /// `countersign biometry remove`
  struct Remove: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "remove", abstract: say("factor-commands.forget-key-factor")
      )
    }

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.removeBiometry()
        context.console.answer(try await session.token.biometry())
      }
    }
  }
}

extension BiometryChoice: ExpressibleByArgument {}

extension Console {
  /// The state of the factor; the same answer for each question about it.
  fileprivate func answer(_ state: BiometryState) {
    let enabled = state.enabled.map { say("factor-commands.pin-may-be", ["value": $0]) }
    let providers = state.providers.map { provider in
      let obstacle = provider.obstacle.map { FailureWords(.biometry($0)).happened }
      return "\(provider.name)  \(obstacle ?? say("factor-commands.ready"))"
    }
    answer(
      state.document,
      [enabled ?? say("factor-commands.nothing-stands-in")] + providers
        + (providers.isEmpty ? [say("factor-commands.configuration-allows-no")] : []))
  }
}

import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign biometry`
struct BiometryCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "biometry",
    abstract: "A finger, or the unlocked desktop, in place of the PIN.",
    subcommands: [Status.self, Add.self, Remove.self])

  /// `countersign biometry status`
  struct Status: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Show which ways this machine has, and which one is used.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        context.console.answer(try await session.token.biometry())
      }
    }
  }

  /// `countersign biometry add`
  struct Add: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Let a finger or the unlocked desktop stand in for the PIN.",
      discussion: """
        The PIN is needed once: the server unlocks the key of the factor, which is then kept in the \
        Secret Service of your desktop. Whoever can use it can approve: with the provider desktop \
        that is every program of your unlocked session.
        """)

    @Option(
      help: .init(
        "fingerprint or desktop (default: the first one that is ready).", valueName: "name"))
    var provider: BiometryChoice?

    @Flag(help: "Read the PIN as one line of standard input.")
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
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Forget the key of the factor; needs neither PIN nor server."
    )

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
    let enabled = state.enabled.map { "The PIN may be replaced by: \($0)." }
    let providers = state.providers.map { provider in
      let obstacle = provider.obstacle.map { FailureWords(.biometry($0)).happened }
      return "\(provider.name)  \(obstacle ?? "ready")"
    }
    answer(
      state.document,
      [enabled ?? "Nothing stands in for the PIN."] + providers
        + (providers.isEmpty ? ["The configuration allows no provider."] : []))
  }
}

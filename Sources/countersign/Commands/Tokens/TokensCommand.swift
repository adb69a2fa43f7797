import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign tokens`
struct TokensCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tokens",
      abstract: say("token-commands.access-tokens-which"),
      subcommands: [List.self, Create.self, Header.self, Remove.self])
  }

  /// `countersign tokens list`
  struct List: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list", abstract: say("token-commands.list-tokens-this"))
    }

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let tokens = try await session.token.tokens()
        let lines = ColumnText.table(
          tokens.map { [DisplayText($0.name).singleLine, $0.proof, $0.id] })
        context.console.answer(
          ["tokens": .array(tokens.map(\.document))],
          lines.isEmpty ? [say("token-commands.this-device-has")] : lines)
      }
    }
  }

  /// `countersign tokens create NAME`
  struct Create: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "create", abstract: say("token-commands.ask-server-for"))
    }

    @Argument(help: ArgumentHelp(say("token-commands.what-you-call")))
    var name: String

    @Option(
      help: .init(
        say("token-commands.possession-possession-knowledge"), valueName: "factors"))
    var factors = SigningFactors.possession

    @OptionGroup var factor: FactorOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
      guard factors.agree(with: factor) else {
        throw ValidationError(say("command.factors-option-for"))
      }
    }

    func run(in context: CommandContext) async throws {
      try TokenName.check(name)
      try await TokenSession.activated(options, context.places) { session, _ in
        let second =
          factors == .possession ? nil : try context.prompt.factor(factors.options(factor))
        let token = try await session.token.createToken(
          named: name, factors: factors.inProtocol, with: second)
        context.console.answer(
          token.document, [say("token-commands.ready", ["name": token.name, "id": token.id])])
      }
    }
  }

  /// `countersign tokens header NAME`
  struct Header: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "header", abstract: say("token-commands.print-header-proves"),
        discussion: say("token-commands.good-once-from"))
    }

    @Argument(help: ArgumentHelp(say("token-commands.name-token")))
    var name: String

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let header = try await session.token.tokenHeader(named: name)
        context.console.answer(header.document, [header.line])
      }
    }
  }

  /// `countersign tokens remove NAME`
  struct Remove: TokenCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "remove", abstract: say("token-commands.remove-token-on"))
    }

    @Argument(help: ArgumentHelp(say("token-commands.name-token")))
    var name: String

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.removeToken(named: name)
        context.console.answer(
          ["removed": .string(name)], [say("token-commands.removed", ["name": name])])
      }
    }
  }
}

/// What a token may be called.
private enum TokenName {
  /// Characters; names are ours alone, and a longer one would not fit into any list.
  static let limit = 255

  static func check(_ name: String) throws(TokenFailure) {
    guard !name.isEmpty else { throw .emptyAttribute(name: "name") }
    guard name.count <= limit else { throw .tooLong(field: .tokenName, limit: limit) }
  }
}

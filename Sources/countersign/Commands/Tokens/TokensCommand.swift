import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign tokens`
struct TokensCommand: CommandFamily {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Access tokens, which prove requests without a signature each time.",
    subcommands: [List.self, Create.self, Header.self, Remove.self])

  /// `countersign tokens list`
  struct List: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the tokens that this device has.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        let tokens = try await session.token.tokens()
        let lines = ColumnText.table(
          tokens.map { [DisplayText($0.name).singleLine, $0.factors, $0.id] })
        context.console.answer(
          ["tokens": .array(tokens.map(\.document))],
          lines.isEmpty ? ["This device has no tokens."] : lines)
      }
    }
  }

  /// `countersign tokens create NAME`
  struct Create: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "create", abstract: "Ask the server for a token, once for each name.")

    @Argument(help: "What you call the token.")
    var name: String

    @Option(
      help: .init(
        "possession, possession_knowledge or possession_biometry.", valueName: "factors"))
    var factors = SigningFactors.possession

    @OptionGroup var factor: FactorOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
      guard factors.agree(with: factor) else {
        throw ValidationError("The factors and the option for the factor contradict each other.")
      }
    }

    func run(in context: CommandContext) async throws {
      try TokenName.check(name)
      try await TokenSession.activated(options, context.places) { session, _ in
        let second =
          factors == .possession ? nil : try context.prompt.factor(factors.options(factor))
        let token = try await session.token.createToken(
          named: name, factors: factors.inProtocol, with: second)
        context.console.answer(token.document, ["\(token.name) is ready: \(token.id)."])
      }
    }
  }

  /// `countersign tokens header NAME`
  struct Header: TokenCommand {
    static let configuration = CommandConfiguration(
      commandName: "header", abstract: "Print a header that proves one request by a token.",
      discussion: "It is good once, from two hours before to half an hour after the server's time.")

    @Argument(help: "The name of the token.")
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
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove a token, on the server and then here.")

    @Argument(help: "The name of the token.")
    var name: String

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) async throws {
      try await TokenSession.activated(options, context.places) { session, _ in
        try await session.token.removeToken(named: name)
        context.console.answer(["removed": .string(name)], ["\(name) is removed."])
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

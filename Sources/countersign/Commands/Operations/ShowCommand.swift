import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign show ID`
struct ShowCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: say("operation-commands.show"))
  }

  @Argument(help: .init(say("operation-commands.id")))
  var id: String

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let operation = try await session.token.operation(id: id)
      let now = await session.token.serverNow()
      context.console.answer(
        operation.document(at: now), OperationLines.full(operation, at: now))
    }
  }
}

import ArgumentParser
import TokenModel

/// `countersign show ID`
struct ShowCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one operation in full.")

  @Argument(help: "The operation's identifier, as countersign operations prints it.")
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

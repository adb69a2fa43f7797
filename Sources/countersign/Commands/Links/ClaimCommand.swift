import ArgumentParser
import TokenModel

/// `countersign claim ID`
struct ClaimCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Take over an operation that is nobody's yet, and show it; this decides nothing.")

  @Argument(help: "The operation's identifier, as the bank's page or link names it.")
  var id: String

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let operation = try await CommandFailure.told(in: .link) {
        try await session.token.claimOperation(id: id)
      }
      let now = await session.token.serverNow()
      context.console.answer(
        operation.document(at: now), OperationLines.full(operation, at: now))
    }
  }
}

import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign claim ID`
struct ClaimCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "claim", abstract: say("links.help-claim"))
  }

  @Argument(help: .init(say("links.help-claim-id")))
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

import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign reject ID`
struct RejectCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reject", abstract: say("operation-commands.reject"),
      discussion: say("operation-commands.reject-more"))
  }

  @OptionGroup var decision: DecisionOptions

  @Option(
    help: .init(
      say("operation-commands.reason"),
      valueName: "reason"))
  var reason = "UNKNOWN"

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError(say("operation-commands.empty-reason"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let made = try await Decision.prepare(
        decision, data: try decision.givenData(), session, context,
        question: say("operation-commands.reject-question"))
      try await made.reject(RejectionReason(wire: reason), session, context)
    }
  }
}

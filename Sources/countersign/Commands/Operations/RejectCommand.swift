import ArgumentParser
import TokenModel

/// `countersign reject ID`
struct RejectCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject an operation, after showing it in full; without PIN.")

  @OptionGroup var decision: DecisionOptions

  @Option(
    help: .init(
      "UNKNOWN, INCORRECT_DATA, UNEXPECTED_OPERATION or words of your own.", valueName: "reason"))
  var reason = "UNKNOWN"

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let made = try await Decision.prepare(decision, session, context) { _, _ in
        "Reject this operation?"
      }
      try await made.reject(RejectionReason(wire: reason), session, context)
    }
  }
}

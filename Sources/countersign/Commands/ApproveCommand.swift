import ArgumentParser
import TokenModel

/// `countersign approve ID`
struct ApproveCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve an operation, after showing it in full.")

  @OptionGroup var decision: DecisionOptions

  @Flag(help: "Read the PIN as one line of standard input.")
  var pinStdin = false

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let made = try await Decision.prepare(decision, session, context) { operation in
        // Asking for a PIN that cannot be used would be a lie.
        if let obstacle = operation.approvalObstacle { throw TokenFailure.approvalClosed(obstacle) }
        return "Approve this operation?"
      }
      let operation = made.operation
      let needsPIN = operation.allowedSignature.approval == .pin
      let pin = needsPIN ? try context.prompt.pin(fromPipe: pinStdin) : nil
      try await session.token.approve(operation, pin: pin)
      context.console.answer(
        made.document("APPROVED"), [operation.form.resultTexts.success ?? "Approved."])
    }
  }
}

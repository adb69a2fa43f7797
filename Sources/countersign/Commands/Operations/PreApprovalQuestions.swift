import FoundationEssentials
import TokenModel
import TokenScreens

/// What has to be read and answered before an approval: the bank's pages, and the question about a
/// call.
///
/// With `--yes` the pages are printed and recorded as read; nobody is asked.
struct PreApprovalQuestions {
  let operation: UserOperation
  let context: CommandContext
  /// The decision has been made elsewhere.
  let isAgreed: Bool
  /// The server's clock.
  let now: () async -> Date

  /// What came of it, with the record of the pages for the server.
  enum Outcome: Equatable {
    case goOn(mobileTokenData: JSONValue?)
    /// The person has stopped on a page and rejects the operation.
    case reject(mobileTokenData: JSONValue?)
  }

  func ask() async throws -> Outcome {
    var visits = ScreenVisits()
    for screen in operation.ui.preApprovalScreens {
      visits.begin(screen.id, at: await now())
      try context.console.present(
        [""] + OperationLines.page(screen).flatMap(OperationLines.behindBar))
      let wantsOn = try await wantsOn(screen)
      let on: ScreenVisits.Action = screen.kind == .qrScan ? .scan : .proceed
      visits.end(screen.id, wantsOn ? on : .reject, at: await now())
      if !wantsOn { return .reject(mobileTokenData: visits.mobileTokenData(at: await now())) }
    }
    try askAboutCall()
    return .goOn(mobileTokenData: visits.mobileTokenData(at: await now()))
  }

  /// True for the word that goes on, false for the one that rejects; throws for all else.
  private func wantsOn(_ screen: PreApprovalScreen) async throws -> Bool {
    guard !isAgreed else {
      context.console.note(say("preapproval.continued"))
      return true
    }
    let counter = screen.controls.approve.counter
    if counter > 0, context.prompt.isTerminal {
      context.console.note(say("preapproval.wait", count: counter))
      try await Task.sleep(for: .seconds(counter))
    }
    let hasSlider = screen.controls.approve.kind == .slider
    let word = hasSlider ? say("preapproval.word") : say("preapproval.yes-word")
    let answer = try context.prompt.answer(say("preapproval.ask-page", ["word": word]))
    if answer == say("preapproval.reject-word") { return false }
    guard answer == word else { throw Self.stopped(next: say("prompts.run-command-again")) }
    return true
  }

  private func askAboutCall() throws {
    guard operation.ui.blocksApprovalOnCall, !isAgreed else { return }
    let answer = try context.prompt.answer(say("preapproval.ask-call"))
    guard answer == say("preapproval.no-word") else {
      throw Self.stopped(next: say("preapproval.call-advice"))
    }
  }

  private static func stopped(next: String) -> CommandFailure {
    CommandFailure(
      status: .failed, code: FailureCode.notConfirmed,
      happened: say("prompts.was-not-confirmed"), means: say("prompts.nothing-was-signed"),
      next: next)
  }
}

import TokenModel

/// The words of a result: what we know of it, then what the bank says.
enum ResultWords {
  static func write(_ state: ResultScreen.State, _ page: inout TextPage) {
    let texts = state.operation.form.resultTexts
    switch state.outcome {
    case .done(.approve):
      head(say("decision.done-approved"), .success, "✓", say("decision.has-approval"), &page)
      page.bankWords(texts.success)
    case .done(.reject):
      head(say("decision.done-rejected"), .success, "✓", say("decision.has-rejection"), &page)
      page.bankWords(texts.reject)
    case .probablyDone(let decision):
      head(
        say("decision.finished"), .warning, "!",
        say("decision.finished-means", ["decision": decision.noun]), &page)
    case .failed(let decision, let fault): write(decision, fault, texts.failure, &page)
    }
  }

  /// The bank's words of a failure are said of a failure only: an operation that was decided
  /// elsewhere has not failed.
  private static func write(
    _ decision: Decision, _ fault: OperationFault, _ failure: String?, _ page: inout TextPage
  ) {
    let words = FailureWords(.operation(fault))
    let rest = [words.happened, words.means, words.next].joined(separator: "\n")
    let mine = say("decision.uncounted", ["decision": decision.noun]) + " " + rest
    switch fault {
    case .alreadyFinished: head(say("decision.already"), .warning, "!", mine, &page)
    case .alreadyCanceled: head(say("decision.cancelled"), .warning, "!", rest, &page)
    case .expired: head(say("decision.expired"), .warning, "!", rest, &page)
    case .notAvailable: head(say("decision.not-there"), .warning, "!", mine, &page)
    case .alreadyFailed, .refused, .codeRefused, .needsActivationFlag:
      page.text(
        say("decision.unsuccessful", ["decision": decision.noun]), Style(.danger, .bold), sign: "✗")
      page.text(rest, indent: 2)
      page.bankWords(failure)
    }
  }

  private static func head(
    _ title: String, _ role: Role, _ sign: String, _ text: String, _ page: inout TextPage
  ) {
    page.text(title, Style(role, .bold), sign: sign)
    page.text(text, indent: 2)
  }
}

extension FailureWords {
  /// An operation whose status says by itself that it is over, with the bank's reason where it has one.
  static func ended(_ operation: UserOperation) -> FailureWords {
    let words = FailureWords(.approvalClosed(.notPending(operation.status)))
    guard let reason = HistoryWords.reason(operation) else { return words }
    let means = say("history.reason", ["reason": reason]) + ".\n" + words.means
    return FailureWords(words.happened, means, words.next)
  }

  /// What became of an operation that nobody had decided here: no word of a decision.
  static func undecided(_ fault: OperationFault) -> FailureWords {
    let words = FailureWords(.operation(fault))
    return switch fault {
    case .alreadyFailed, .alreadyCanceled, .expired:
      FailureWords(words.happened, say("decision.needless"), words.next)
    case .alreadyFinished, .notAvailable, .refused, .codeRefused, .needsActivationFlag: words
    }
  }
}

import TokenModel

/// The words of a result: what we know of it, then what the bank says.
enum ResultWords {
  static func write(_ state: ResultScreen.State, _ page: inout TextPage) {
    let texts = state.operation.form.resultTexts
    switch state.outcome {
    case .done(.approve):
      head("Approved", .success, "✓", "Your bank has your approval.", &page)
      own(texts.success, &page)
    case .done(.reject):
      head("Rejected", .success, "✓", "Your bank has your rejection.", &page)
      own(texts.reject, &page)
    case .probablyDone(let decision):
      head(
        "Finished", .warning, "!",
        "The answer to your \(decision.noun) was lost, but the operation is finished: most likely "
          + "by it. Your bank's page tells for certain.", &page)
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
    let mine = "Your \(decision.noun) did not count. "
    switch fault {
    case .alreadyFinished: head("Already decided", .warning, "!", mine + rest, &page)
    case .alreadyCanceled: head("Cancelled", .warning, "!", rest, &page)
    case .expired: head("Expired", .warning, "!", rest, &page)
    case .notAvailable: head("Not there any more", .warning, "!", mine + rest, &page)
    case .alreadyFailed, .refused, .codeRefused, .needsActivationFlag:
      page.text("Your \(decision.noun) did not succeed", Style(.danger, .bold), sign: "✗")
      page.text(rest, indent: 2)
      own(failure, &page)
    }
  }

  private static func head(
    _ title: String, _ role: Role, _ sign: String, _ text: String, _ page: inout TextPage
  ) {
    page.text(title, Style(role, .bold), sign: sign)
    page.text(text, indent: 2)
  }

  /// The bank's own words, where it sent any.
  private static func own(_ text: String?, _ page: inout TextPage) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    var inner = page.inner
    inner.text(DisplayText(text).text)
    page.blank()
    page.foreign(inner)
  }
}

extension FailureWords {
  /// What became of an operation that nobody had decided here: no word of a decision.
  static func undecided(_ fault: OperationFault) -> FailureWords {
    let words = FailureWords(.operation(fault))
    return switch fault {
    case .alreadyFailed, .alreadyCanceled, .expired:
      FailureWords(words.happened, "It needs no decision any more.", words.next)
    case .alreadyFinished, .notAvailable, .refused, .codeRefused, .needsActivationFlag: words
    }
  }
}

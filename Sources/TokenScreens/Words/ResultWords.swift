import TokenModel

/// The words of a result: the bank's own ones where it sent them, else ours.
enum ResultWords {
  static func write(_ state: ResultScreen.State, _ page: inout TextPage) {
    let texts = state.operation.form.resultTexts
    switch state.outcome {
    case .done(.approve):
      head("Approved", .success, "✓", own(texts.success) ?? "Your bank has your approval.", &page)
    case .done(.reject):
      head("Rejected", .success, "✓", own(texts.reject) ?? "Your bank has your rejection.", &page)
    case .probablyDone(let decision):
      head(
        "Finished", .warning, "!",
        "The answer to your \(decision.noun) was lost, but the operation is finished: most likely "
          + "by it. Your bank's page tells for certain.", &page)
    case .failed(let decision, let words):
      page.text("Your \(decision.noun) did not succeed", Style(.danger, .bold), sign: "✗")
      if let text = own(texts.failure) { page.text(text, indent: 2) }
      for sentence in [words.happened, words.means, words.next] { page.text(sentence, indent: 2) }
    }
  }

  private static func head(
    _ title: String, _ role: Role, _ sign: String, _ text: String, _ page: inout TextPage
  ) {
    page.text(title, Style(role, .bold), sign: sign)
    page.text(text, indent: 2)
  }

  /// Nil for an absent or blank text.
  private static func own(_ text: String?) -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return DisplayText(text).text
  }
}

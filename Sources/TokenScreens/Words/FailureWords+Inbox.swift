import TokenModel

/// Words about the bank's messages.
extension FailureWords {
  static func inbox(_ fault: InboxFault) -> FailureWords {
    let harmless = "Nothing is lost: your messages are kept at the bank."
    return switch fault {
    case .unavailable:
      FailureWords(
        "Your bank's inbox does not answer at the moment.", harmless, "Try again in a while.")
    case .messageUnavailable:
      FailureWords(
        "The message cannot be had.",
        "It may have been deleted, or your bank's inbox does not answer at the moment.",
        "Look at the list of messages again.")
    }
  }
}

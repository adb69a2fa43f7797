import TokenModel

/// Words about the bank's messages.
extension FailureWords {
  static func inbox(_ fault: InboxFault) -> FailureWords {
    let harmless = say("failures-inbox.harmless")
    return switch fault {
    case .unavailable:
      FailureWords(
        say("failures-inbox.unavailable"), harmless, say("failures-inbox.later"))
    case .messageUnavailable:
      FailureWords(
        say("failures-inbox.message"),
        say("failures-inbox.message-means"),
        say("failures-inbox.message-next"))
    }
  }
}

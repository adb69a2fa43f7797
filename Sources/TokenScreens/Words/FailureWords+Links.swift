import TokenModel

/// Words about links, codes and what they lead to.
extension FailureWords {
  /// A text that was to lead somewhere.
  static func link(_ fault: LinkFault) -> FailureWords {
    FailureWords(happened(fault), say("links.nothing"), next(fault))
  }

  /// A text that was to hold the code of one operation.
  static func code(_ fault: LinkFault) -> FailureWords {
    FailureWords(happened(fault), say("links.code-nothing"), next(fault))
  }

  private static func happened(_ fault: LinkFault) -> String {
    switch fault {
    case .notText: say("links.not-text")
    case .tooLong(let limit): say("links.too-long", ["limit": String(limit)])
    case .unreadable: say("links.unreadable")
    case .noOperation: say("links.no-operation")
    case .noCode: say("links.no-code")
    case .otherOperation: say("links.other-operation")
    case .codeFormat:
      say("links.code-format", ["most": String(ProximityCheck.mostDigits)])
    }
  }

  private static func next(_ fault: LinkFault) -> String {
    switch fault {
    case .notText, .tooLong, .unreadable, .noOperation, .codeFormat: say("links.again")
    case .noCode: say("links.no-code-next")
    case .otherOperation: say("links.other-next")
    }
  }

  /// An approval with a code of the bank's page.
  static var codeRefused: FailureWords {
    FailureWords(
      say("links.code-refused"), say("links.code-refused-means"), say("links.code-refused-next"))
  }

  /// Approving waits for a code of the bank's page.
  static var scanWanted: FailureWords {
    FailureWords(
      say("links.scan-wanted"), say("links.scan-wanted-means"), say("links.scan-wanted-next"))
  }

  /// What became of an operation that a link leads to: there was no decision yet.
  static func linked(_ fault: OperationFault) -> FailureWords {
    let words = FailureWords(.operation(fault))
    return switch fault {
    case .notAvailable:
      FailureWords(
        say("links.not-yours"), say("links.not-yours-means"), say("links.not-yours-next"))
    case .alreadyFinished, .alreadyFailed, .alreadyCanceled, .expired:
      FailureWords(words.happened, say("links.over-means"), say("links.over-next"))
    case .refused, .codeRefused, .needsActivationFlag: words
    }
  }
}

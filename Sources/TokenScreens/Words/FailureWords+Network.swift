import TokenModel

/// Words about the way to the server and back.
extension FailureWords {
  private static let nothingLost = "Nothing was decided, and nothing is lost."

  static func network(_ fault: NetworkFault) -> FailureWords {
    switch fault {
    case .timeOut(let seconds):
      FailureWords(
        "The server did not answer within \(seconds) seconds.", nothingLost,
        "Check the network, then try again.")
    case .unreachable(let host, let reason):
      FailureWords(
        "\(plain(host)) cannot be reached: \(plain(reason)).", nothingLost,
        "Check the network and the address in the configuration, then try again.")
    case .tls(let host, let reason):
      FailureWords(
        "The connection to \(plain(host)) is not secure: \(plain(reason)).",
        "Somebody may be in between, or the server's certificate is not trusted. "
          + "Nothing was sent.",
        "If your bank has its own authority, name it as ca_file; else ask your bank.")
    case .connectionLost:
      FailureWords(
        "The connection was lost.", nothingLost, "Check the network, then try again.")
    case .answerTooLarge(let limit):
      FailureWords(
        "The server's answer is larger than \(limit) bytes.",
        "Such an answer is never needed, so it was not read.", "Tell your bank.")
    case .redirected(let status):
      FailureWords(
        "The server points to another address (HTTP \(status)).",
        "Redirects are never followed, because your proofs would go along.",
        "Correct the server's address in the configuration.")
    case .unusableAnswer(let fault): untrusted(fault)
    case .serverProblem(let status, let code):
      FailureWords(
        "The server has a problem (\(code.isEmpty ? "HTTP \(status)" : plain(code))).",
        "It is not known what it did before.", "Try again in a while.")
    case .insecureAddress(let address):
      FailureWords(
        "\(plain(address)) is not a safe address.",
        "Only https is used, and http to this machine itself.",
        "Correct the server's address in the configuration.")
    case .canceled:
      FailureWords("It was cancelled.", nothingLost, "Try again when you like.")
    }
  }

  /// Of whatever was to be done; of a decision more can be said.
  static func outcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      "We do not know yet whether the server got it.",
      network(fault).happened + " It may or may not have been carried out.",
      "Look at the status before you repeat it.")
  }

  static func decisionOutcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      "We do not know yet whether the server got it.",
      network(fault).happened + " Your decision may or may not have been carried out.",
      "Look at the operation again before you decide anew: if it is gone, it was carried out.")
  }

  static func activationOutcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      "We do not know whether the bank has activated this device.",
      network(fault).happened + " This device has no keys; the code may be used up.",
      "Let your bank remove the device if it lists one, and get a new code.")
  }

  static func untrusted(_ fault: AnswerFault) -> FailureWords {
    let happened =
      switch fault {
      case .notJSON(let status): "The server's answer (HTTP \(status)) is not JSON."
      case .wrongContentType(let type): "The server's answer is \(plain(type)) instead of JSON."
      case .missing(let member): "The server's answer lacks \u{201C}\(plain(member))\u{201D}."
      case .protection: "The protection of the server's answer does not hold."
      case .serverTime: "The server's time could not be found out."
      }
    return FailureWords(
      happened, "It was not believed, and nothing was changed.",
      "Check the server's address in the configuration; if it is right, ask your bank.")
  }

  static func refused(_ refusal: ServerRefusal) -> FailureWords {
    let code = refusal.code.isEmpty ? "HTTP \(refusal.status)" : plain(refusal.code)
    let temporary = refusal.status == 409 || refusal.status == 429 || refusal.status >= 500
    return FailureWords(
      temporary ? "The server has a problem (\(code))." : "The server refused (\(code)).",
      refusal.message.isEmpty ? nothingLost : "It says: \(plain(refusal.message))",
      temporary ? "Try again in a while." : "Try again; if it happens again, ask your bank.")
  }

  /// Foreign text may be anything.
  private static func plain(_ text: String) -> String { DisplayText(text).singleLine }
}

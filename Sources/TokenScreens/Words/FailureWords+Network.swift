import TokenModel

/// Words about the way to the server and back.
extension FailureWords {
  private static var nothingLost: String { say("failures-network.nothing-lost") }

  static func network(_ fault: NetworkFault) -> FailureWords {
    switch fault {
    case .timeOut(let seconds):
      FailureWords(
        say("failures-network.time-out", ["seconds": String(seconds)]), nothingLost,
        say("failures-network.check"))
    case .unreachable(let host, let reason):
      FailureWords(
        say(
          "failures-network.unreachable", ["host": plain(host), "reason": ReasonWords.text(reason)]),
        nothingLost,
        say("failures-network.unreachable-next"))
    case .tls(let host, let reason):
      FailureWords(
        say("failures-network.tls", ["host": plain(host), "reason": ReasonWords.text(reason)]),
        say("failures-network.tls-means"),
        say("failures-network.tls-next"))
    case .notPinned(let host, let refusal): notPinned(host, refusal)
    case .connectionLost:
      FailureWords(
        say("failures-network.lost"), nothingLost, say("failures-network.check"))
    case .answerTooLarge(let limit):
      FailureWords(
        say("failures-network.too-large", ["limit": String(limit)]),
        say("failures-network.too-large-means"), say("failures-network.tell-bank"))
    case .redirected(let status):
      FailureWords(
        say("failures-network.redirected", ["status": String(status)]),
        say("failures-network.redirected-means"),
        say("failures-network.correct-address"))
    case .unusableAnswer(let fault): untrusted(fault)
    case .serverProblem(let status, let code):
      FailureWords(
        problem(code.isEmpty ? "HTTP \(status)" : plain(code)),
        say("failures-network.problem-means"), say("failures-network.later"))
    case .insecureAddress(let address):
      FailureWords(
        say("failures-network.insecure", ["address": plain(address)]),
        say("failures-network.insecure-means"),
        say("failures-network.correct-address"))
    case .canceled:
      FailureWords(
        say("failures-network.canceled"), nothingLost, say("failures-network.canceled-next"))
    }
  }

  /// Of whatever was to be done; of a decision more can be said.
  static func outcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      say("failures-network.unknown"),
      say("failures-network.unknown-means", ["happened": network(fault).happened]),
      say("failures-network.unknown-next"))
  }

  static func decisionOutcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      say("failures-network.unknown"),
      say("failures-network.decision-unknown-means", ["happened": network(fault).happened]),
      say("failures-network.decision-unknown-next"))
  }

  static func activationOutcomeUnknown(_ fault: NetworkFault) -> FailureWords {
    FailureWords(
      say("failures-network.activation-unknown"),
      say("failures-network.activation-unknown-means", ["happened": network(fault).happened]),
      say("failures-network.activation-unknown-next"))
  }

  static func untrusted(_ fault: AnswerFault) -> FailureWords {
    let happened =
      switch fault {
      case .notJSON(let status): say("failures-network.not-json", ["status": String(status)])
      case .wrongContentType(let type): say("failures-network.content-type", ["type": plain(type)])
      case .missing(let member): say("failures-network.missing", ["member": plain(member)])
      case .protection: say("failures-network.protection")
      case .serverTime: say("failures-network.server-time")
      }
    return FailureWords(
      happened, say("failures-network.untrusted-means"),
      say("failures-network.untrusted-next"))
  }

  static func refused(_ refusal: ServerRefusal) -> FailureWords {
    let code = refusal.code.isEmpty ? "HTTP \(refusal.status)" : plain(refusal.code)
    let temporary = refusal.status == 409 || refusal.status == 429 || refusal.status >= 500
    return FailureWords(
      temporary ? problem(code) : say("failures-network.refused", ["code": code]),
      refusal.message.isEmpty
        ? nothingLost : say("failures-network.says", ["message": plain(refusal.message)]),
      temporary ? say("failures-network.later") : say("failures-network.again"))
  }

  private static func problem(_ code: String) -> String {
    say("failures-network.problem", ["code": code])
  }

  /// Foreign text may be anything.
  private static func plain(_ text: String) -> String { DisplayText(text).singleLine }
}

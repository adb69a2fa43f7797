import TokenModel

/// Words about operations.
extension FailureWords {
  static func operation(_ fault: OperationFault) -> FailureWords {
    let nothing = say("failures-operation.nothing")
    let look = say("failures-operation.look")
    return switch fault {
    case .alreadyFinished:
      FailureWords(
        say("failures-operation.finished"),
        say("failures-operation.finished-means"), look)
    case .alreadyFailed:
      FailureWords(
        say("failures-operation.failed"), nothing,
        say("failures-operation.start-again"))
    case .alreadyCanceled:
      FailureWords(
        say("failures-operation.canceled"), nothing,
        say("failures-operation.start-again"))
    case .expired:
      FailureWords(
        say("failures-operation.expired"), nothing, say("failures-operation.start-again"))
    case .notAvailable:
      FailureWords(
        say("failures-operation.gone"), say("failures-operation.gone-means"), look)
    case .refused:
      FailureWords(
        say("failures-operation.refused"),
        say("failures-operation.refused-means"),
        say("failures-operation.refused-next"))
    case .codeRefused: codeRefused
    case .needsActivationFlag:
      FailureWords(
        say("failures-operation.flag"),
        say("failures-operation.flag-means"), say("failures-operation.ask-bank"))
    }
  }

  static func approvalClosed(_ obstacle: ApprovalObstacle) -> FailureWords {
    switch obstacle {
    case .proximityCheck: scanWanted
    case .noUsableFactors(let variants):
      FailureWords(
        variants.contains("possession_knowledge")
          ? say("failures-operation.no-biometry")
          : say("failures-operation.no-pin"),
        variants.isEmpty
          ? say("failures-operation.accepts-nothing")
          : say("failures-operation.accepts", ["variants": variants.joined(separator: ", ")]),
        variants.contains("possession_knowledge")
          ? say("failures-operation.by-pin")
          : say("failures-operation.other-means"))
    case .notPending(let status):
      FailureWords(
        notPending(status), say("failures-operation.not-pending-means"),
        say("failures-operation.look"))
    }
  }

  private static func notPending(_ status: OperationStatus) -> String {
    switch status {
    case .pending: say("failures-operation.is-pending")
    case .approved: say("failures-operation.is-approved")
    case .rejected: say("failures-operation.is-rejected")
    case .canceled: say("failures-operation.is-canceled")
    case .expired: say("failures-operation.is-expired")
    case .failed: say("failures-operation.is-failed")
    case .unknown(let name):
      say("failures-operation.is-other", ["status": DisplayText(name).singleLine])
    }
  }

  static func dataMismatch(_ expected: String, _ actual: String) -> FailureWords {
    FailureWords(
      say("failures-operation.data"),
      say("failures-operation.data-means", ["expected": expected, "actual": actual]),
      say("failures-operation.data-next"))
  }
}

extension OperationStatus {
  /// For the middle of a sentence.
  public var word: String {
    switch self {
    case .pending: say("failures-operation.status-pending")
    case .approved: say("failures-operation.status-approved")
    case .rejected: say("failures-operation.status-rejected")
    case .canceled: say("failures-operation.status-canceled")
    case .expired: say("failures-operation.status-expired")
    case .failed: say("failures-operation.status-failed")
    case .unknown(let name): DisplayText(name).singleLine
    }
  }
}

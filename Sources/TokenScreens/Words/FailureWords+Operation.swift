import TokenModel

/// Words about operations.
extension FailureWords {
  static func operation(_ fault: OperationFault) -> FailureWords {
    let nothing = "Your decision did not count."
    let look = "Look at the list again."
    return switch fault {
    case .alreadyFinished:
      FailureWords(
        "The operation was decided already.",
        "It was approved or rejected before, perhaps by you on another device.", look)
    case .alreadyFailed:
      FailureWords(
        "The operation has failed after too many attempts.", nothing,
        "Start it again at your bank if you still want it.")
    case .alreadyCanceled:
      FailureWords(
        "The operation was cancelled at the bank.", nothing,
        "Start it again at your bank if you still want it.")
    case .expired:
      FailureWords(
        "The operation has expired.", nothing, "Start it again at your bank if you still want it.")
    case .notAvailable:
      FailureWords(
        "The operation is not there any more.", "It may belong to somebody else by now.", look)
    case .refused:
      FailureWords(
        "The server refused the decision.",
        "What it compared did not match: the operation's data, its factors or its device. "
          + "One attempt of this operation is used up.",
        "Open the operation afresh. If it happens again, ask your bank.")
    case .needsActivationFlag:
      FailureWords(
        "The operation is not meant for this device.",
        "The bank allows it only for devices with a certain mark.", "Ask your bank.")
    }
  }

  static func approvalClosed(_ obstacle: ApprovalObstacle) -> FailureWords {
    let signed = "Nothing was signed."
    return switch obstacle {
    case .proximityCheck:
      FailureWords(
        "This operation wants a code scanned from the bank's page first.",
        "This version cannot do that yet. " + signed,
        "Approve it with your bank's other means, or reject it here.")
    case .noUsableFactors(let variants):
      FailureWords(
        variants.contains("possession_knowledge")
          ? "This operation cannot be approved by biometry."
          : "This operation cannot be approved with a PIN.",
        "The bank accepts only: \(variants.isEmpty ? "nothing" : variants.joined(separator: ", ")). "
          + signed,
        variants.contains("possession_knowledge")
          ? "Approve it with the PIN."
          : "Approve it with your bank's other means, or reject it here.")
    case .notPending(let status):
      FailureWords(
        "The operation is \(status.word).", "It cannot be decided any more. " + signed,
        "Look at the list again.")
    }
  }

  static func dataMismatch(_ expected: String, _ actual: String) -> FailureWords {
    FailureWords(
      "The operation's data is not what you expected.",
      "Expected SHA-256 \(expected), found \(actual). Nothing was signed.",
      "Find out why it changed before you approve it.")
  }
}

extension OperationStatus {
  /// For the middle of a sentence.
  public var word: String {
    switch self {
    case .pending: "pending"
    case .approved: "approved"
    case .rejected: "rejected"
    case .canceled: "cancelled"
    case .expired: "expired"
    case .failed: "failed"
    case .unknown(let name): DisplayText(name).singleLine
    }
  }
}

import TokenModel

/// What the user has decided about an operation, and by which factors.
enum Decision: Equatable, Sendable {
  case approve(Proof)
  case reject(RejectionReason)

  /// By what it is signed.
  var proof: Proof {
    switch self {
    case .approve(let proof): proof
    case .reject: .device
    }
  }

  /// `approved` or `rejected`.
  var participle: String {
    switch self {
    case .approve: "approved"
    case .reject: "rejected"
    }
  }

  /// `approval` or `rejection`, for the middle of a sentence.
  var noun: String {
    switch self {
    case .approve: "approval"
    case .reject: "rejection"
    }
  }
}

extension RejectionReason {
  var words: String {
    switch self {
    case .unexpectedOperation: "I did not ask for this"
    case .incorrectData: "Something in it is wrong"
    case .preApproval: say("preapproval.reason")
    case .unknown: "I would rather not say"
    case .other(let text): DisplayText(text).singleLine
    }
  }
}

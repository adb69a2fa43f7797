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
    case .approve: say("decision.approved")
    case .reject: say("decision.rejected")
    }
  }

  /// `approval` or `rejection`, for the middle of a sentence.
  var noun: String {
    switch self {
    case .approve: say("decision.approval")
    case .reject: say("decision.rejection")
    }
  }
}

extension RejectionReason {
  var words: String {
    switch self {
    case .unexpectedOperation: say("decision.unexpected")
    case .incorrectData: say("decision.incorrect")
    case .unknown: say("decision.unsaid")
    case .preApproval: say("decision.warned")
    case .other(let text): DisplayText(text).singleLine
    }
  }
}

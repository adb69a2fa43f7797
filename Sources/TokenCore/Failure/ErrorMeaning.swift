import TokenModel

/// What the server's words mean for the user; every table of codes is here.
enum ErrorMeaning {
  /// An exchange that decides nothing: it may simply be repeated.
  static func general(_ fault: ExchangeFault) -> TokenFailure {
    switch fault {
    case .transport(let transport): .network(transport.fault)
    case .refusal(let refusal): .refused(refusal)
    case .answer(let answer): .untrustedAnswer(answer)
    }
  }

  /// An exchange that the server may have carried out although we were not told.
  static func decisive(
    _ fault: ExchangeFault, _ meaning: (ServerRefusal) -> TokenFailure
  ) -> TokenFailure {
    switch fault {
    case .transport(let transport) where transport.mayHaveBeenSent:
      .outcomeUnknown(transport.fault)
    case .transport(let transport): .network(transport.fault)
    case .refusal(let refusal) where refusal.isBreakdown:
      .outcomeUnknown(.serverProblem(status: refusal.status, code: refusal.code))
    case .refusal(let refusal): meaning(refusal)
    case .answer(let answer): .outcomeUnknown(.unusableAnswer(answer))
    }
  }

  /// Codes of the operation endpoints (Mobile Token API, section 11).
  static func operation(_ refusal: ServerRefusal) -> TokenFailure {
    switch refusal.code {
    case "OPERATION_ALREADY_FINISHED": .operation(.alreadyFinished)
    case "OPERATION_ALREADY_FAILED": .operation(.alreadyFailed)
    case "OPERATION_ALREADY_CANCELED": .operation(.alreadyCanceled)
    case "OPERATION_EXPIRED": .operation(.expired)
    case operationFailed: .operation(.refused)
    // The latter is the answer for an operation of another user.
    case "INVALID_OPERATION", "INVALID_REQUEST": .operation(.notAvailable)
    case "OPERATION_REQUIRES_ACTIVATION_FLAG": .operation(.needsActivationFlag)
    default: .refused(refusal)
    }
  }

  /// Codes of the inbox, which is a module that a bank may have or not; `fault` is what else its own
  /// failure means there.
  static func inbox(_ refusal: ServerRefusal, _ fault: InboxFault) -> TokenFailure {
    if refusal.status == 404 { return .serverCannot(.inbox, refusal) }
    return refusal.code == "INBOX_FAILED" ? .inbox(fault) : .refused(refusal)
  }

  /// Codes of the registration for push messages, which a bank may have or not.
  static func push(_ refusal: ServerRefusal) -> TokenFailure {
    if refusal.status == 404 { return .serverCannot(.push, refusal) }
    return switch refusal.code {
    case "PUSH_REGISTRATION_FAILED": .push(.registrationFailed)
    case "INVALID_REQUEST": .push(.notAccepted)
    default: .refused(refusal)
    }
  }

  /// Codes of the history, which a bank may have or not; asking again does no harm.
  static func history(_ fault: ExchangeFault) -> TokenFailure {
    guard case .refusal(let refusal) = fault, refusal.status == 404 else { return general(fault) }
    return .serverCannot(.history, refusal)
  }

  /// An operation whose status says by itself that nothing can be decided any more.
  static func closed(_ status: OperationStatus) -> OperationFault? {
    switch status {
    case .pending, .unknown: nil
    case .approved, .rejected: .alreadyFinished
    case .canceled: .alreadyCanceled
    case .expired: .expired
    case .failed: .alreadyFailed
    }
  }

  /// An exchange that not every server takes part in.
  static func general(_ fault: ExchangeFault, lacking capability: Capability) -> TokenFailure {
    guard case .refusal(let refusal) = fault, !refusal.isUnauthorized, !refusal.isBreakdown,
      !refusal.concernsEncryption
    else { return general(fault) }
    return .serverCannot(capability, refusal)
  }

  /// What came of an activation (codes of its endpoint).
  static func activation(_ fault: ExchangeFault, otpSent: Bool) -> TokenFailure {
    let failure = decisive(fault) { refusal in
      switch refusal.code {
      case "ERR_ACTIVATION": .activationRefused(otpSent: otpSent)
      case "INVALID_RECOVERY_CODE": .recoveryRefused(nextPUK: refusal.nextPUK)
      default: .refused(refusal)
      }
    }
    guard case .outcomeUnknown(let network) = failure else { return failure }
    return .activationOutcomeUnknown(network)
  }

  /// Why nothing can be signed in this state; nil when it can.
  static func standing(_ status: ActivationStatus) -> TokenFailure? {
    switch status.state {
    case .created, .pendingCommit: .waitingForCommit
    case .blocked: .blocked
    case .removed: .removed
    case .active: status.isDeadlocked ? .deadlocked(server: .active) : nil
    }
  }

  /// What a signature was to prove.
  enum Proof: Sendable { case possession, pin, biometry }

  /// A signature that was refused, in the light of the status before and after it, where known.
  ///
  /// Nil when the refusal is about something else.
  static func unauthorized(
    _ refusal: ServerRefusal, before: ActivationStatus? = nil, after: ActivationStatus?,
    proof: Proof
  ) -> TokenFailure? {
    if let failure = after.flatMap(standing) { return failure }
    // The signature was right, and what it signed was not.
    guard refusal.code != operationFailed, refusal.message != recoveryNotConfirmed else {
      return nil
    }
    let left = after?.attemptsLeft
    guard proof != .possession else { return .signatureRefused(attemptsLeft: left) }
    // A wrong factor is always counted: else a gateway refused, or something else is wrong.
    let counted = after.map { $0.failedAttempts > before?.failedAttempts ?? 0 }
    guard counted ?? !refusal.code.isEmpty else { return nil }
    return proof == .pin ? .wrongPIN(attemptsLeft: left) : .biometryRefused(attemptsLeft: left)
  }

  /// Codes of the vault's endpoint, which most servers open for the PIN alone.
  static func vault(_ fault: ExchangeFault) -> TokenFailure {
    if case .refusal(let refusal) = fault, refusal.message == factorsNotTaken {
      return .serverCannot(.vault, refusal)
    }
    return general(fault, lacking: .vault)
  }

  /// Codes of the endpoint that confirms recovery codes.
  static func recovery(_ fault: ExchangeFault) -> TokenFailure {
    decisive(fault) { refusal in
      if refusal.message == factorsNotTaken { return .serverCannot(.recovery, refusal) }
      let isAboutCode =
        ["ERR_RECOVERY", "INVALID_RECOVERY_CODE"].contains(refusal.code)
        || refusal.message == recoveryNotConfirmed
      return isAboutCode
        ? .recoveryRefused(nextPUK: nil) : general(fault, lacking: .recovery)
    }
  }

  /// The factors that signed are not those that the endpoint wants.
  static let factorsNotTaken = "POWER_AUTH_SIGNATURE_TYPE_INVALID"
  /// The answer to a right signature over a recovery code that is not.
  static let recoveryNotConfirmed = "POWER_AUTH_RECOVERY_CONFIRM_ERROR"
  static let operationFailed = "OPERATION_FAILED"
}

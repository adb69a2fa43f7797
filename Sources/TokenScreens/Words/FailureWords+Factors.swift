import TokenModel

/// Words about what stands in for the PIN, or beside it.
extension FailureWords {
  static func biometry(_ fault: BiometryFault) -> FailureWords {
    switch fault {
    case .notSetUp:
      FailureWords(
        say("failures-factors.no-biometry"), say("failures-factors.nothing-signed"),
        say("failures-factors.no-biometry-next"))
    case .alreadySetUp:
      FailureWords(
        say("failures-factors.has-biometry"), say("failures-factors.nothing-changed"),
        say("failures-factors.has-biometry-next"))
    case .unavailable(let provider, let reason):
      FailureWords(
        say(
          "failures-factors.unavailable",
          ["provider": provider, "reason": ReasonWords.text(reason)]),
        say("failures-factors.nothing-spent"), say("failures-factors.unavailable-next"))
    case .canceled:
      FailureWords(
        say("failures-factors.canceled"), say("failures-factors.nothing-spent"),
        say("failures-factors.try-or-pin"))
    case .notRecognized:
      FailureWords(
        say("failures-factors.unrecognized"), say("failures-factors.nothing-changed"),
        say("failures-factors.try-or-pin"))
    case .keyLost(let provider):
      FailureWords(
        say("failures-factors.key-lost", ["provider": provider]),
        say("failures-factors.key-lost-means"),
        say("failures-factors.key-lost-next"))
    case .keyMismatch:
      FailureWords(
        say("failures-factors.key-mismatch"),
        say("failures-factors.key-mismatch-means"), say("failures-factors.key-mismatch-next"))
    }
  }

  static func biometryRefused(_ left: Int?) -> FailureWords {
    FailureWords(
      say("failures-factors.unrecognized"), attempts(left), say("failures-factors.pin-or-try"))
  }

  static func externalKey(_ fault: ExternalKeyFault) -> FailureWords {
    switch fault {
    case .required:
      FailureWords(
        say("failures-factors.external-required"),
        say("failures-factors.external-required-means"),
        say("failures-factors.external-required-next"))
    case .notInUse:
      FailureWords(
        say("failures-factors.external-unused"), say("failures-factors.external-unused-means"),
        say("failures-factors.external-unused-next"))
    case .alreadyInUse:
      FailureWords(
        say("failures-factors.external-used"), say("failures-factors.nothing-changed"),
        say("failures-factors.external-used-next"))
    case .wrongLength(let count):
      FailureWords(
        say("failures-factors.external-length", ["count": String(count)]),
        say("failures-factors.nothing-changed"),
        say("failures-factors.external-length-next"))
    case .wrongKey:
      FailureWords(
        say("failures-factors.external-wrong"),
        say("failures-factors.external-wrong-means"),
        say("failures-factors.external-wrong-next"))
    }
  }

  static var pukFormat: FailureWords {
    FailureWords(
      say("failures-factors.puk"), say("failures-factors.nothing-sent"),
      say("failures-factors.puk-next"))
  }

  static var noRecoveryCode: FailureWords {
    FailureWords(
      say("failures-factors.no-recovery"), say("failures-factors.no-recovery-means"),
      say("failures-factors.no-recovery-next"))
  }

  static func recoveryRefused(_ nextPUK: Int?) -> FailureWords {
    FailureWords(
      say("failures-factors.recovery-refused"),
      nextPUK.map { say("failures-factors.recovery-refused-puk", ["number": String($0)]) }
        ?? say("failures-factors.recovery-refused-means"),
      say("failures-factors.recovery-refused-next"))
  }
}

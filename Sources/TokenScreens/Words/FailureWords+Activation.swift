import TokenModel

/// Words about this device's activation.
extension FailureWords {
  static var noActivation: FailureWords {
    FailureWords(
      say("failures.no-activation"),
      say("failures.no-activation-means"),
      say("failures.no-activation-next"))
  }

  static var alreadyActivated: FailureWords {
    FailureWords(
      say("failures.already-activated"),
      say("failures.already-activated-means"),
      say("failures.already-activated-next"))
  }

  static var foreignCode: FailureWords {
    FailureWords(
      say("failures.foreign-code"),
      say("failures.foreign-code-means"),
      say("failures.foreign-code-next"))
  }

  static var pinUnchanged: FailureWords {
    FailureWords(
      say("failures.pin-unchanged"), say("failures.pin-unchanged-means"),
      say("failures.pin-unchanged-next"))
  }

  static var pinTooShort: FailureWords {
    FailureWords(
      say("failures.pin-too-short"),
      say("failures.pin-too-short-means", count: PIN.minimumLength),
      say("failures.pin-too-short-next"))
  }

  static var waitingForCommit: FailureWords {
    FailureWords(
      say("failures.waiting"),
      say("failures.waiting-means"),
      say("failures.waiting-next"))
  }

  static var blocked: FailureWords {
    FailureWords(
      say("failures.blocked"),
      say("failures.blocked-means"),
      say("failures.blocked-next"))
  }

  static var removed: FailureWords {
    FailureWords(
      say("failures.removed"),
      say("failures.removed-means"),
      say("failures.removed-next"))
  }

  static func deadlocked(_ state: ActivationState) -> FailureWords {
    FailureWords(
      say("failures.deadlocked"),
      say("failures.deadlocked-means", ["state": StatusWords.word(state)]),
      say("failures.deadlocked-next"))
  }

  static func code(_ fault: ActivationCode.Fault, isRecovery: Bool = false) -> FailureWords {
    let happened =
      switch fault {
      case .incomplete(let found): incomplete(found, isRecovery)
      case .foreignCharacter(let character, let position):
        foreign(character, position, isRecovery)
      case .groupsWithoutDashes:
        isRecovery
          ? say("failures-code.recovery-dashes") : say("failures-code.activation-dashes")
      case .checksum:
        isRecovery
          ? say("failures-code.recovery-checksum") : say("failures-code.activation-checksum")
      case .signatureFormat:
        isRecovery
          ? say("failures-code.recovery-signature") : say("failures-code.activation-signature")
      }
    return FailureWords(
      happened, say("failures-code.nothing-sent"),
      isRecovery ? say("failures-code.recovery-next") : say("failures-code.activation-next"))
  }

  private static func incomplete(_ found: Int, _ isRecovery: Bool) -> String {
    isRecovery
      ? say("failures-code.recovery-incomplete", count: found)
      : say("failures-code.activation-incomplete", count: found)
  }

  private static func foreign(
    _ character: Character, _ position: Int, _ isRecovery: Bool
  ) -> String {
    let (character, position) = (String(character), String(position))
    return isRecovery
      ? say("failures-code.recovery-foreign", ["character": character, "position": position])
      : say("failures-code.activation-foreign", ["character": character, "position": position])
  }

  static func tooLong(_ field: TokenFailure.Field, _ limit: Int) -> FailureWords {
    let (happened, next) = tooLong(field)
    return FailureWords(happened, say("failures-limits.server-takes", count: limit), next)
  }

  private static func tooLong(
    _ field: TokenFailure.Field
  ) -> (happened: String, next: String) {
    switch field {
    case .deviceName:
      (say("failures-limits.device-name"), say("failures-limits.device-name-next"))
    case .otp: (say("failures-limits.otp"), say("failures-limits.otp-next"))
    case .reason: (say("failures-limits.reason"), say("failures-limits.reason-next"))
    case .extras: (say("failures-limits.extras"), say("failures-limits.extras-next"))
    case .attributes: (say("failures-limits.attribute"), say("failures-limits.attribute-next"))
    case .tokenName:
      (say("failures-limits.token-name"), say("failures-limits.token-name-next"))
    }
  }

  static func activationRefused(_ otpSent: Bool) -> FailureWords {
    FailureWords(
      say("failures.activation-refused"),
      otpSent
        ? say("failures.activation-refused-otp")
        : say("failures.activation-refused-means"),
      say("failures.activation-refused-next"))
  }

  static func wrongPIN(_ left: Int?) -> FailureWords {
    FailureWords(
      say("failures.wrong-pin"), attempts(left), say("failures.wrong-pin-next"))
  }

  static func signatureRefused(_ left: Int?) -> FailureWords {
    FailureWords(
      say("failures.signature-refused"), attempts(left),
      say("failures.signature-refused-next"))
  }

  /// What is left, in words; the last attempt is said plainly.
  static func attempts(_ left: Int?) -> String {
    switch left {
    case nil: say("failures.attempts-unknown")
    case 0?: say("failures.attempts-none")
    case .some(let count): say("failures.attempts-left", count: count)
    }
  }
}

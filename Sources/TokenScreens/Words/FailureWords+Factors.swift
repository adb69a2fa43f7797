import TokenModel

/// Words about what stands in for the PIN, or beside it.
extension FailureWords {
  static func biometry(_ fault: BiometryFault) -> FailureWords {
    switch fault {
    case .notSetUp:
      FailureWords(
        "This activation has no fingerprint or desktop key.", "Nothing was signed.",
        "Use the PIN, or set it up: countersign biometry add")
    case .alreadySetUp:
      FailureWords(
        "This activation has a fingerprint or desktop key already.", "Nothing was changed.",
        "Remove it first: countersign biometry remove")
    case .unavailable(let provider, let reason):
      FailureWords(
        "The provider \(provider) cannot be used: \(DisplayText(reason).singleLine).",
        "Nothing was signed and no attempt was spent.", "Use the PIN, or mend what is named.")
    case .canceled:
      FailureWords(
        "It was cancelled.", "Nothing was signed and no attempt was spent.",
        "Try again, or use the PIN.")
    case .notRecognized:
      FailureWords(
        "The fingerprint was not recognised.", "Nothing was changed.",
        "Try again, or use the PIN.")
    case .keyLost(let provider):
      FailureWords(
        "The provider \(provider) does not have the key of this activation any more.",
        "It may have been deleted from the keyring. The PIN works as before.",
        "Remove the biometry and add it again: countersign biometry remove")
    case .keyMismatch:
      FailureWords(
        "The key that the server keeps does not fit this activation.",
        "Nothing was changed. This should never happen.", "Ask your bank; the PIN works as before.")
    }
  }

  static func biometryRefused(_ left: Int?) -> FailureWords {
    FailureWords(
      "The fingerprint was not recognised.", attempts(left), "Use the PIN, or try again.")
  }

  static func externalKey(_ fault: ExternalKeyFault) -> FailureWords {
    switch fault {
    case .required:
      FailureWords(
        "This activation needs its external key.",
        "Its PIN is locked a second time, by a key that was not given.",
        "Name a file that you may read as external_key_file in the configuration.")
    case .notInUse:
      FailureWords(
        "This activation uses no external key.", "A key was given all the same.",
        "Take external_key_file out of the configuration, or add the key first.")
    case .alreadyInUse:
      FailureWords(
        "This activation uses an external key already.", "Nothing was changed.",
        "Remove the old key first: countersign external-key remove")
    case .wrongLength(let count):
      FailureWords(
        "An external key has 16 bytes, and this one has \(count).", "Nothing was changed.",
        "Give a file of exactly 16 bytes.")
    case .wrongKey:
      FailureWords(
        "The external key is not the one that locks this activation.",
        "Nothing was signed or changed, and no attempt was spent.",
        "Name the right file as external_key_file in the configuration.")
    }
  }

  static let pukFormat = FailureWords(
    "A PUK is ten digits.", "Nothing was sent.", "Compare it with your recovery card.")

  static let noRecoveryCode = FailureWords(
    "This activation has no recovery code.", "The bank gave none when it was activated.",
    "Ask your bank whether it sends recovery codes.")

  static func recoveryRefused(_ nextPUK: Int?) -> FailureWords {
    FailureWords(
      "The recovery code or its PUK was not accepted.",
      nextPUK.map { "The server wants PUK number \($0) of your card." }
        ?? "It may have been used, or be wrong. After several wrong ones the code is blocked.",
      "Compare both with your recovery card.")
  }
}

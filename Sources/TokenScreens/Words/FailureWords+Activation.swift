import TokenModel

/// Words about this device's activation.
extension FailureWords {
  static let noActivation = FailureWords(
    "This device is not activated.",
    "There is nothing here that could approve or show operations.",
    "Get an activation code from your bank, then: countersign activate CODE")

  static let alreadyActivated = FailureWords(
    "This profile is activated already.",
    "A second activation would destroy the keys of the first one.",
    "Remove the activation first, or use another profile.")

  static let foreignCode = FailureWords(
    "The code's signature does not come from your bank.",
    "The code was made by somebody else, or for another bank. Nothing was sent.",
    "Get the code from your bank's own page, and tell your bank if it came in a message.")

  static let pinUnchanged = FailureWords(
    "The new PIN is the PIN of today.", "Nothing was changed, and no attempt was spent.",
    "Choose another PIN.")

  static let pinTooShort = FailureWords(
    "The PIN is too short.",
    "A PIN has at least \(PIN.minimumLength) characters.",
    "Choose a longer PIN.")

  static let waitingForCommit = FailureWords(
    "The bank has not confirmed this activation yet.",
    "Until it does, operations cannot be shown or decided.",
    "Compare the fingerprint with the bank's page and finish the activation there.")

  static let blocked = FailureWords(
    "The bank has blocked this device.",
    "It may have been too many wrong PINs, or the bank's own decision. Your keys are still here.",
    "Ask your bank to unblock the device; it then works again with the same PIN.")

  static let removed = FailureWords(
    "The bank has removed this activation.",
    "It can never be used again.",
    "Remove it from this device, then activate with a new code.")

  static func deadlocked(_ state: ActivationState) -> FailureWords {
    FailureWords(
      "This device and the bank have lost step with each other.",
      "The server says \(state.rawValue), but no signature of this device will be accepted. "
        + "This happens when an old copy of the files was restored.",
      "Remove the activation and activate again with a new code.")
  }

  static func code(_ fault: ActivationCode.Fault, isRecovery: Bool = false) -> FailureWords {
    let code = isRecovery ? "recovery code" : "activation code"
    let source = isRecovery ? "your recovery card" : "your bank's page"
    let next = "Compare it with \(source): four groups of five, letters A to Z and 2 to 7."
    let happened =
      switch fault {
      case .incomplete(let found):
        "The \(code) has \(found) characters instead of 20."
      case .foreignCharacter(let character, let position):
        "The \(code) cannot contain \u{201C}\(character)\u{201D} (character \(position))."
      case .groupsWithoutDashes:
        "The \(code) is not in four groups of five joined by dashes."
      case .checksum:
        "The \(code) has a typing error: its checksum does not fit."
      case .signatureFormat:
        "The part of the \(code) behind # is not a signature in Base64."
      }
    return FailureWords(happened, "Nothing was sent.", next)
  }

  static func tooLong(_ field: TokenFailure.Field, _ limit: Int) -> FailureWords {
    let name =
      switch field {
      case .deviceName: "name of this device"
      case .otp: "one-time password"
      case .reason: "reason"
      case .extras: "extra text"
      case .attributes: "attribute"
      case .tokenName: "name of the token"
      }
    return FailureWords(
      "The \(name) is too long.", "The server takes at most \(limit) characters.",
      "Shorten the \(name).")
  }

  static func activationRefused(_ otpSent: Bool) -> FailureWords {
    let cause =
      otpSent
      ? "The code has expired or was used, or the one-time password is wrong."
      : "The code has expired or was used, or your bank wants a one-time password with it."
    return FailureWords(
      "The server refused the activation.",
      cause + " A code is valid for a few minutes only.",
      "Get a new code. Fill in the one-time password only if your bank gave you one.")
  }

  static func wrongPIN(_ left: Int?) -> FailureWords {
    FailureWords(
      "The PIN is wrong.", attempts(left), "Try again with the PIN that you chose at activation.")
  }

  static func signatureRefused(_ left: Int?) -> FailureWords {
    FailureWords(
      "The server did not accept this device's signature.", attempts(left),
      "Look at the status; if it is active, try again, else ask your bank.")
  }

  /// What is left, in words; the last attempt is said plainly.
  static func attempts(_ left: Int?) -> String {
    switch left {
    case nil: "The server could not be asked how many attempts are left."
    case 0?: "No attempt is left: the bank has blocked this device."
    case 1?: "1 attempt left. If it fails, the bank blocks this device."
    case .some(let count): "\(count) attempts left, then the bank blocks this device."
    }
  }
}

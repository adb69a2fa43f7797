import TokenModel

/// Words about who somebody is, and where.
enum EntryWords {
  /// Nil where the bank has told no name; its text has passed the gate for shown text.
  static func greeting(_ info: UserInfo?) -> String? {
    guard let name = info?.name ?? info?.givenName else { return nil }
    let shown = DisplayText(name).singleLine
    return shown.isEmpty ? nil : "Welcome, \(shown)."
  }

  /// The failure of an activation, in words that fit what it was asked for with.
  static func failure(_ failure: TokenFailure, of credential: ActivationCredential) -> FailureWords
  {
    guard case .activationRefused = failure else { return FailureWords(failure) }
    return switch credential {
    case .code: FailureWords(failure)
    case .custom:
      FailureWords(
        "The bank refused the activation.",
        "What you entered is wrong, or does not allow it. Several wrong tries may lock you out.",
        "Compare what you entered, then ask your bank.")
    case .recovery:
      FailureWords(
        "The bank refused the activation.",
        "The recovery code may have been used or withdrawn, or its PUK is wrong.",
        "Compare both with your recovery card, then ask your bank.")
    case .oidc:
      FailureWords(
        "The bank refused the activation.",
        "The sign-in is too old or was used before, or the bank knows nobody by it.",
        "Sign in again, then ask your bank.")
    }
  }
}

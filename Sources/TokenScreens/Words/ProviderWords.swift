import TokenModel

/// What a provider of biometry is called, for people.
struct ProviderWords: Equatable, Sendable {
  /// For a row: `fingerprint`.
  let name: String
  /// In the middle of a sentence: `your fingerprint`.
  let yours: String
  /// Of a button: `Use fingerprint`.
  let use: String
  /// The same where room is short.
  let shortUse: String
  /// While it is asked.
  let wait: String
  /// What was not recognised.
  let subject: String

  /// `provider` is the name that the provider gives itself.
  init(_ provider: String) {
    switch provider {
    case "fingerprint":
      name = "fingerprint"
      yours = "your fingerprint"
      use = "Use fingerprint"
      shortUse = "Finger"
      wait = "Touch the fingerprint reader\u{2026}"
      subject = "finger"
    case "desktop":
      name = "this desktop session"
      yours = "this desktop session"
      use = "Use this desktop session"
      shortUse = "Desktop"
      wait = "Asking this desktop session\u{2026}"
      subject = "desktop session"
    default:
      let safe = DisplayText(provider).singleLine
      name = safe
      yours = safe
      use = "Use \(safe)"
      shortUse = "Other"
      wait = "Waiting for \(safe)\u{2026}"
      subject = safe
    }
  }
}

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
  /// `use` and `shortUse` among the keys.
  let useKey: String
  let shortUseKey: String
  /// A sentence: what was not recognised.
  let unrecognized: String
  /// The head of the page that says so.
  let failedAddition: String

  /// `provider` is the name that the provider gives itself.
  init(_ provider: String) {
    switch provider {
    case "fingerprint":
      name = say("providers.fingerprint")
      yours = say("providers.fingerprint-yours")
      use = say("providers.fingerprint-use")
      shortUse = say("providers.fingerprint-short")
      wait = say("providers.fingerprint-wait")
      useKey = say("providers.fingerprint-key")
      shortUseKey = say("providers.fingerprint-short-key")
      unrecognized = say("providers.fingerprint-unrecognized")
      failedAddition = say("providers.fingerprint-failed")
    case "desktop":
      name = say("providers.desktop")
      yours = say("providers.desktop")
      use = say("providers.desktop-use")
      shortUse = say("providers.desktop-short")
      wait = say("providers.desktop-wait")
      useKey = say("providers.desktop-key")
      shortUseKey = say("providers.desktop-short-key")
      unrecognized = say("providers.desktop-unrecognized")
      failedAddition = say("providers.desktop-failed")
    default:
      let safe = DisplayText(provider).singleLine
      name = safe
      yours = safe
      use = say("providers.other-use", ["provider": safe])
      shortUse = say("providers.other-short")
      wait = say("providers.other-wait", ["provider": safe])
      useKey = say("providers.other-key", ["provider": safe])
      shortUseKey = say("providers.other-short-key")
      unrecognized = say("providers.other-unrecognized", ["provider": safe])
      failedAddition = say("providers.other-failed", ["provider": safe])
    }
  }
}

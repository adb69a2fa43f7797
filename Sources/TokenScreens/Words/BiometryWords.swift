import TokenModel

/// What stands in for the PIN, in words.
enum BiometryWords {
  /// For the row of the settings.
  static func summary(_ state: BiometryState?) -> (String, Style) {
    guard let state else { return ("not known yet", Style(.muted)) }
    if let enabled = state.enabled {
      return state.obstacle(of: enabled) == nil
        ? ("✓ \(ProviderWords(enabled).name)", Style(.success))
        : ("! \(ProviderWords(enabled).name), needs you", Style(.warning))
    }
    return state.providers.contains(where: \.isAvailable)
      ? ("off", .plain) : ("off, nothing here can do it", Style(.muted))
  }

  static func write(_ state: BiometryState, _ page: inout TextPage) {
    if let enabled = state.enabled {
      writeEnabled(ProviderWords(enabled), state.obstacle(of: enabled), &page)
    } else if state.providers.contains(where: \.isAvailable) {
      page.text("Off: the PIN alone unlocks.", sign: "·")
    } else {
      page.text("Off, and nothing on this machine can do it now.", Style(.warning), sign: "!")
    }
    page.blank()
    writeProviders(state, &page)
    page.blank()
    page.text(
      "The key stays on this machine. Your bank counts wrong fingers like wrong PINs, and the PIN "
        + "works all the same.", Style(.muted))
  }

  private static func writeEnabled(
    _ words: ProviderWords, _ obstacle: BiometryFault?, _ page: inout TextPage
  ) {
    guard let obstacle else {
      return page.text(
        "On: \(words.yours) can stand in for the PIN.", Style(.success, .bold), sign: "✓")
    }
    page.text(
      "Set up, but \(words.yours) cannot be used now.", Style(.warning, .bold), sign: "!")
    page.text(Self.obstacle(obstacle).sentence, Style(.warning), indent: 2)
    if case .keyLost = obstacle {
      page.text(
        "Somebody deleted the key, or the keyring was made anew. Nothing else is lost: the PIN "
          + "works. x removes what is left here; then add it anew.", indent: 2)
    }
  }

  private static func writeProviders(_ state: BiometryState, _ page: inout TextPage) {
    guard !state.providers.isEmpty else {
      return page.text("The configuration of this profile allows none.", Style(.muted))
    }
    for (index, provider) in state.providers.enumerated() {
      let name = ProviderWords(provider.name).name
      let isUsed = state.enabled == provider.name && provider.isAvailable
      let standing = provider.obstacle.map(obstacle) ?? (isUsed ? "in use." : "ready.")
      page.text(
        "\(name): \(standing)", Style(provider.isAvailable ? .success : .warning),
        sign: String(index + 1))
    }
  }

  /// Why a provider cannot be used, for behind a colon.
  static func obstacle(_ fault: BiometryFault) -> String {
    switch fault {
    case .unavailable(_, let reason): DisplayText(reason).singleLine + "."
    case .keyLost: "its key is gone from this machine."
    case .notSetUp: "not set up."
    case .alreadySetUp: "set up already."
    case .canceled: "cancelled."
    case .notRecognized: "it did not recognise you."
    case .keyMismatch: "its key is not this activation's."
    }
  }
}

extension BiometryState {
  /// Why the provider called `name` cannot be used now; one that is not offered any more cannot.
  fileprivate func obstacle(of name: String) -> BiometryFault? {
    guard let provider = providers.first(where: { $0.name == name }) else {
      return .unavailable(provider: name, reason: "the configuration does not allow it")
    }
    return provider.obstacle
  }
}

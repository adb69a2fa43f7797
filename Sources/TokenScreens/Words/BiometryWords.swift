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
    page.text(Self.obstacle(obstacle), Style(.warning), indent: 2)
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
    let names = state.providers.enumerated().map { "\($0 + 1)  \(ProviderWords($1.name).name)" }
    let columns = TextPage.labelColumns(names, width: page.width)
    for (name, provider) in zip(names, state.providers) {
      let text = provider.obstacle.map { "! " + obstacle($0) } ?? "✓ ready"
      let isUsed = state.enabled == provider.name && provider.isAvailable
      page.pair(
        name, isUsed ? "✓ in use" : text,
        Style(provider.isAvailable ? .success : .warning), labelColumns: columns)
    }
  }

  /// Why a provider cannot be used.
  static func obstacle(_ fault: BiometryFault) -> String {
    switch fault {
    case .unavailable(_, let reason): DisplayText(reason).singleLine.sentence + "."
    case .keyLost: "Its key is gone from this machine."
    case .notSetUp: "It is not set up."
    case .alreadySetUp: "It is set up already."
    case .canceled: "It was cancelled."
    case .notRecognized: "It did not recognise you."
    case .keyMismatch: "Its key is not this activation's."
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

import TokenModel

/// What stands in for the PIN, in words.
enum BiometryWords {
  /// For the row of the settings.
  static func summary(_ state: BiometryState?) -> (String, Style) {
    guard let state else { return (say("biometry.unknown"), Style(.muted)) }
    if let enabled = state.enabled {
      return state.obstacle(of: enabled) == nil
        ? ("✓ \(ProviderWords(enabled).name)", Style(.success))
        : (say("biometry.needs-you", ["name": ProviderWords(enabled).name]), Style(.warning))
    }
    return state.providers.contains(where: \.isAvailable)
      ? (say("biometry.off"), .plain) : (say("biometry.off-impossible"), Style(.muted))
  }

  static func write(_ state: BiometryState, _ page: inout TextPage) {
    if let enabled = state.enabled {
      writeEnabled(ProviderWords(enabled), state.obstacle(of: enabled), &page)
    } else if state.providers.contains(where: \.isAvailable) {
      page.text(say("biometry.is-off"), sign: "·")
    } else {
      page.text(say("biometry.is-impossible"), Style(.warning), sign: "!")
    }
    page.blank()
    writeProviders(state, &page)
    page.blank()
    page.text(
      say("biometry.stays"), Style(.muted))
  }

  private static func writeEnabled(
    _ words: ProviderWords, _ obstacle: BiometryFault?, _ page: inout TextPage
  ) {
    guard let obstacle else {
      return page.text(
        say("biometry.is-on", ["yours": words.yours]), Style(.success, .bold), sign: "✓")
    }
    page.text(
      say("biometry.is-stuck", ["yours": words.yours]), Style(.warning, .bold), sign: "!")
    page.text(Self.obstacle(obstacle).sentence, Style(.warning), indent: 2)
    if case .keyLost = obstacle {
      page.text(
        say("biometry.key-lost-means"), indent: 2)
    }
  }

  private static func writeProviders(_ state: BiometryState, _ page: inout TextPage) {
    guard !state.providers.isEmpty else {
      return page.text(say("biometry.none-allowed"), Style(.muted))
    }
    for (index, provider) in state.providers.enumerated() {
      let name = ProviderWords(provider.name).name
      let isUsed = state.enabled == provider.name && provider.isAvailable
      let standing =
        provider.obstacle.map(obstacle) ?? (isUsed ? say("biometry.in-use") : say("biometry.ready"))
      page.text(
        "\(name): \(standing)", Style(provider.isAvailable ? .success : .warning),
        sign: String(index + 1))
    }
  }

  /// Why a provider cannot be used, for behind a colon.
  static func obstacle(_ fault: BiometryFault) -> String {
    switch fault {
    case .unavailable(_, let reason): ReasonWords.text(reason) + "."
    case .keyLost: say("biometry.key-lost")
    case .notSetUp: say("biometry.not-set-up")
    case .alreadySetUp: say("biometry.set-up-already")
    case .canceled: say("biometry.canceled")
    case .notRecognized: say("biometry.unrecognized")
    case .keyMismatch: say("biometry.key-mismatch")
    }
  }
}

extension BiometryState {
  /// Why the provider called `name` cannot be used now; one that is not offered any more cannot.
  fileprivate func obstacle(of name: String) -> BiometryFault? {
    guard let provider = providers.first(where: { $0.name == name }) else {
      return .unavailable(provider: name, reason: say("biometry.not-allowed"))
    }
    return provider.obstacle
  }
}

import TokenModel

/// What may stand in for the PIN here, and how it is added and removed.
enum BiometryScreen: Screen {
  struct State: Equatable, Sendable {
    /// Why the latest question got no answer.
    var failure: TokenFailure?
    /// The provider whose key is being forgotten.
    var removing: String?
  }

  enum Action: Equatable, Sendable {
    case add(String), askRemoval, remove, refresh
    /// The state came, or why it did not.
    case answered(TokenFailure?)
  }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    let enabled = world.biometry?.enabled
    let additions = (world.biometry?.providers ?? []).prefix(9).enumerated().map {
      index, provider in
      let words = ProviderWords(provider.name)
      return KeyBinding<Action>(
        keys: [.character(Character(String(index + 1)))],
        label: enabled != nil || !provider.isAvailable
          ? ""
          : world.size.columns >= 60
            ? say("biometry.add-name", ["name": words.name]) : say("keys.add"),
        help: say("biometry.add-help", ["name": words.name]), action: .add(provider.name),
        whyNot: whyNotAdd(provider, enabled))
    }
    return additions + [
      KeyBinding(
        "x", label: enabled == nil ? "" : say("keys.remove"),
        help: say("biometry.remove-help"), action: .askRemoval,
        whyNot: whyNotRemove(state, enabled)),
      KeyBinding(
        "r", label: say("keys.refresh"), help: say("biometry.look-help"), action: .refresh),
    ]
  }

  private static func whyNotAdd(
    _ provider: BiometryState.Provider, _ enabled: String?
  ) -> String? {
    if enabled != nil { return say("biometry.remove-first") }
    return provider.obstacle.map { BiometryWords.obstacle($0).sentence }
  }

  private static func whyNotRemove(_ state: State, _ enabled: String?) -> String? {
    if state.removing != nil { return say("biometry.being-removed") }
    return enabled == nil ? say("biometry.nothing-set-up") : nil
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .add(let provider):
      return [.push(Route(PINScreen.self, .init(.addition(provider: provider))))]
    case .askRemoval:
      return (world.biometry?.enabled).map {
        [.push(Route(ConfirmationScreen.self, .init(.biometryRemoval(provider: $0))))]
      } ?? []
    case .remove:
      guard state.removing == nil, let enabled = world.biometry?.enabled else { return [] }
      (state.removing, state.failure) = (enabled, nil)
      return [.run(.removeBiometry)]
    case .refresh:
      return [.run(.loadBiometry)]
    case .answered(let failure):
      let removed = state.removing
      (state.removing, state.failure) = (nil, failure)
      guard failure == nil, let removed, world.biometry?.enabled == nil else { return [] }
      let name = ProviderWords(removed).name.sentence
      return [.say(.success, say("biometry.no-longer", ["name": name]))]
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("biometry.title"), Style(.title, .bold))
    page.blank()
    if let failure = state.failure {
      page.failure(failure)
      page.blank()
    }
    guard let biometry = world.biometry else {
      page.text(say("biometry.not-known"), Style(.muted))
      return page
    }
    BiometryWords.write(biometry, &page)
    return page
  }
}

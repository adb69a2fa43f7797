import TokenModel

/// Waits while the keys are exchanged, and says what went wrong if it did.
enum ActivatingScreen: Screen {
  struct State: Equatable, Sendable {
    let draft: ActivationDraft
    /// Kept for another try until the user leaves.
    var pin: PIN?
    var phase: Phase

    init(draft: ActivationDraft, pin: PIN, since: Moment) {
      self.draft = draft
      self.pin = pin
      phase = .busy(since: since)
    }
  }

  enum Phase: Equatable, Sendable { case busy(since: Moment), failed(TokenFailure) }
  enum Action: Equatable, Sendable { case failed(TokenFailure), tryAgain, changeCredential }

  static func effect(_ draft: ActivationDraft, _ pin: PIN) -> Effect {
    .activate(
      ActivationRequest(
        credential: draft.credential, deviceName: draft.deviceName, otp: draft.otp, pin: pin))
  }

  static func revision(_ state: State) -> Int {
    if case .busy = state.phase { 0 } else { 1 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    guard case .busy = state.phase else { return nil }
    return "The bank has not answered yet. It takes 20 s at most."
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard case .failed(let failure) = state.phase else { return [] }
    let again = KeyBinding<Action>(
      "r", label: "try again", help: "Sends the same once more.", action: .tryAgain,
      whyNot: whyNotAgain(state, failure))
    let change = change(state.draft.credential)
    // A narrow footer has room for the first one only.
    return again.whyNot == nil ? [again, change] : [change, again]
  }

  private static func change(_ credential: ActivationCredential) -> KeyBinding<Action> {
    switch credential {
    case .code, .recovery:
      KeyBinding(
        "c", label: "another code", help: "Goes back to the code.", action: .changeCredential)
    case .custom:
      KeyBinding(
        "c", label: "change", help: "Goes back to the form.", action: .changeCredential)
    case .oidc:
      KeyBinding(
        "c", label: "sign in again", help: "Starts the sign-in anew.", action: .changeCredential)
    }
  }

  private static func whyNotAgain(_ state: State, _ failure: TokenFailure) -> String? {
    if state.pin == nil { return "The PIN was cleared: go back and choose it again." }
    return switch (state.draft.credential, failure) {
    case (.oidc, .network): nil
    case (.oidc, _): "A sign-in counts once: sign in again."
    case (.recovery, .recoveryRefused): "What was refused stays refused: go back to the code."
    case (.code, _), (.recovery, _), (.custom, _): nil
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.failed(let failure), _):
      state.phase = .failed(failure)
      return []
    case (.tryAgain, .failed):
      guard let pin = state.pin else { return [] }
      state.phase = .busy(since: world.now)
      return [.run(effect(state.draft, pin))]
    case (.changeCredential, .failed(let failure)):
      // This screen, the PIN and the name; the page of the credential shows again.
      return [.back, .back, .back] + advice(state.draft.credential, failure)
    case (.tryAgain, .busy), (.changeCredential, .busy):
      return []  // One request at a time.
    }
  }

  /// What the page of the credential has to know of the failure.
  private static func advice(
    _ credential: ActivationCredential, _ failure: TokenFailure
  ) -> [Step] {
    switch (credential, failure) {
    case (.oidc, _): [.dispatch(RouteAction(SignInScreen.self, .startAgain))]
    case (.recovery, .recoveryRefused(let next)):
      [.dispatch(RouteAction(RecoveryEntryScreen.self, .refused(nextPUK: next)))]
    case (.custom, .emptyAttribute(let name)):
      [.dispatch(RouteAction(CredentialsScreen.self, .refused(name: name)))]
    case (.code, _), (.recovery, _), (.custom, _): []
    }
  }

  static func clearSecrets(_ state: inout State) { state.pin = nil }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text("Activation", Style(.title, .bold))
    page.blank()
    switch state.phase {
    case .busy(let since): page.text(busy(since, world).shown ?? "")
    case .failed(let failure):
      page.words(
        EntryWords.failure(failure, of: state.draft.credential), Style(.danger, .bold))
    }
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .busy(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords("Exchanging keys with your bank\u{2026}", since: since, at: world.now)
  }
}

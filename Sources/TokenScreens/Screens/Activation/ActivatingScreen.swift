import TokenModel

/// Waits while the keys are exchanged, and says what went wrong if it did.
enum ActivatingScreen: Screen {
  struct State: Equatable, Sendable {
    var draft: ActivationDraft
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
  enum Action: Equatable, Sendable {
    case failed(TokenFailure), tryAgain, mendOTP, mendCredential
    /// Something that was refused has been typed anew; all else stays.
    case mended(ActivationDraft)
  }

  /// What a page does that was opened to mend something: it closes, and the bank is asked again.
  static func mended(_ draft: ActivationDraft) -> [Step] {
    [.back, .dispatch(RouteAction(Self.self, .mended(draft)))]
  }

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
    return say("frame.bank-silent")
  }

  /// What may help comes first: a narrow footer has room for that alone.
  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard case .failed(let failure) = state.phase else { return [] }
    let mend = mend(state.draft.credential)
    if let again = again(state, failure) { return [again, mend] }
    guard state.draft.takesOTP else { return [mend] }
    let otp = KeyBinding<Action>(
      "o", label: say("activating.otp"), help: say("activating.otp-help"),
      action: .mendOTP)
    return failure == .activationRefused(otpSent: true) ? [otp, mend] : [mend, otp]
  }

  private static func mend(_ credential: ActivationCredential) -> KeyBinding<Action> {
    let (label, help) =
      switch credential {
      case .code: (say("activating.code"), say("activating.code-help"))
      case .recovery: (say("activating.puk"), say("activating.puk-help"))
      case .custom: (say("activating.form"), say("activating.form-help"))
      case .oidc: (say("keys.sign-in-again"), say("keys.sign-in-anew-help"))
      }
    return KeyBinding("c", label: label, help: help, action: .mendCredential)
  }

  /// The same once more is offered only where it may have failed on the way: what the bank has
  /// refused stays refused, and each try counts there.
  private static func again(_ state: State, _ failure: TokenFailure) -> KeyBinding<Action>? {
    switch (state.draft.credential, failure) {
    case (.oidc, .network), (.oidc, .busy), (.oidc, .storage): break
    case (.oidc, _): return nil  // A sign-in counts once.
    case (_, .network), (_, .activationOutcomeUnknown), (_, .busy), (_, .storage): break
    case (.code, _), (.recovery, _), (.custom, _): return nil
    }
    return KeyBinding(
      "r", label: say("keys.try-again"), help: say("activating.again-help"), action: .tryAgain,
      whyNot: state.pin == nil ? say("activating.pin-cleared") : nil)
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.failed(let failure), _):
      state.phase = .failed(failure)
      return []
    case (.tryAgain, .failed): return send(&state, world)
    case (.mendOTP, .failed):
      return [.push(Route(OTPScreen.self, .init(state.draft, isMending: true)))]
    case (.mendCredential, .failed(let failure)):
      return mend(state.draft, failure, world)
    case (.mended(let draft), .failed):
      state.draft = draft
      return send(&state, world)
    case (.tryAgain, .busy), (.mendOTP, .busy), (.mendCredential, .busy), (.mended, .busy):
      return []  // One request at a time.
    }
  }

  private static func send(_ state: inout State, _ world: World) -> [Step] {
    guard let pin = state.pin else {
      return [.back, .dispatch(RouteAction(ChoosePINScreen.self, .mended(state.draft)))]
    }
    state.phase = .busy(since: world.now)
    return [.run(effect(state.draft, pin))]
  }

  /// The page of the credential, with what was typed and what it has to know of the failure.
  private static func mend(
    _ draft: ActivationDraft, _ failure: TokenFailure, _ world: World
  ) -> [Step] {
    switch draft.credential {
    case .code(let code):
      return [.push(Route(ActivationCodeScreen.self, .init(offered: code, mending: draft)))]
    case .recovery(let code, _):
      var wanted: Int?
      if case .recoveryRefused(let next) = failure { wanted = next }
      return [
        .push(
          Route(RecoveryEntryScreen.self, .init(mending: draft, code: code, wantedPUK: wanted)))
      ]
    case .custom(let values):
      let fields = world.context.variants.fields
      var state = CredentialsScreen.State(fields, mending: draft, values: values)
      if case .emptyAttribute(let name) = failure { state.refuse(name) }
      return [.push(Route(CredentialsScreen.self, state))]
    case .oidc:
      // This screen, the PIN and the name; the page of the sign-in shows again.
      return [
        .back, .back, .back, .dispatch(RouteAction(SignInScreen.self, .startAgain)),
      ]
    }
  }

  static func clearSecrets(_ state: inout State) { state.pin = nil }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("activating.title"), Style(.title, .bold))
    page.blank()
    switch state.phase {
    case .busy(let since): page.text(busy(since, world).shown ?? "")
    case .failed(let failure):
      page.words(
        FailureWords(failure, in: .activation(state.draft.credential)), Style(.danger, .bold))
    }
    return page
  }

  static func nextChange(_ state: State, _ world: World) -> Int64? {
    guard case .busy(let since) = state.phase else { return nil }
    return busy(since, world).nextChange
  }

  private static func busy(_ since: Moment, _ world: World) -> BusyWords {
    BusyWords(say("activating.exchanging"), since: since, at: world.now)
  }
}

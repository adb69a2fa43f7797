import TokenModel

/// Activations, sign-ins and profiles, and what came of them.
extension AppState {
  mutating func entered(_ event: AppEvent) -> [Step] {
    switch event {
    case .oidcAddress(let outcome):
      return [.dispatch(RouteAction(SignInScreen.self, .address(outcome)))]
    case .oidcGranted(let outcome):
      return [.dispatch(RouteAction(SignInScreen.self, .granted(outcome)))]
    case .profiles(let entries):
      return [.dispatch(RouteAction(ProfilesScreen.self, .loaded(entries)))]
    case .profileSwitched(.done(let context)):
      return become(context)
    case .profileSwitched(.refused(let name, let problem)):
      return [.dispatch(RouteAction(ProfilesScreen.self, .refused(name: name, problem: problem)))]
    case .activation, .activated, .status, .polling, .operation, .claimed, .digest, .decided,
      .removed,
      .pinChanged, .biometry, .recovery, .recoveryConfirmed, .userInfo, .detail, .history,
      .renamed, .tokens,
      .clock, .addressNotOpened, .qrEncoded, .unreadMessages, .messages, .message, .messageRead,
      .allMessagesRead, .offlineRead, .offlineCode, .picture, .pictureDrawn, .scanned:
      return []  // Not of this file.
    }
  }

  mutating func activated(_ outcome: AppEvent.Outcome<NewActivation>) -> [Step] {
    switch outcome {
    case .success(let new):
      if let code = usedCode, code.text == world.offeredCode?.text { world.offeredCode = nil }
      forgetActivation()
      world.activation = new.local
      world.userInfo = new.userInfo
      if let codes = new.recovery {
        return [.home(Route(NewCodesScreen.self, .init(codes)))]
      }
      return goToWaiting
    case .failure(let failure):
      return [.dispatch(RouteAction(ActivatingScreen.self, .failed(failure)))]
    }
  }

  /// The code that the activation under way was asked for with.
  private var usedCode: ActivationCode? {
    let draft = routes.lazy.compactMap { $0.state(of: ActivatingScreen.self)?.draft }.last
    guard case .code(let code)? = draft?.credential else { return nil }
    return code
  }

  private var goToWaiting: [Step] {
    [.home(Route(WaitingScreen.self, .init())), .run(.fetchStatus)]
  }

  /// Nil where the bank has not told a name.
  var greeting: String? { EntryWords.greeting(world.userInfo) }
}

/// Several activations side by side.
extension AppState {
  /// Nothing of the old profile stays: not a secret, not a list, not a page.
  private mutating func become(_ context: StartContext) -> [Step] {
    let (now, farewells) = (world.now, routes.flatMap(\.farewell))
    clearSecrets()
    self = AppState(context, size: size)
    world.now = now
    return farewells + [
      .run(.stopPolling), .run(.setAppearance(context.appearance)), .run(.loadActivation),
    ]
  }
}

/// What the steps of an activation have collected is cleared with the fields that it was typed in.
extension AppState {
  /// Leads back to the page that asks for it; only a request under way keeps what it has sent.
  mutating func leaveSecretSteps() {
    guard let step = routes.firstIndex(where: { $0.draft?.holdsSecrets == true }), step > 0,
      !routes.contains(where: \.isActivating)
    else { return }
    routes.removeLast(routes.count - step)
    settle()
  }
}

extension Route {
  /// What an activation has collected up to this step; nil for any other page.
  fileprivate var draft: ActivationDraft? {
    state(of: DeviceNameScreen.self)?.draft ?? state(of: OTPScreen.self)?.draft
      ?? state(of: ChoosePINScreen.self)?.draft ?? state(of: ActivatingScreen.self)?.draft
  }

  fileprivate var isActivating: Bool {
    guard case .busy? = state(of: ActivatingScreen.self)?.phase else { return false }
    return true
  }
}

import TokenModel

/// The sign-in with an OpenID provider: shows where, waits until the browser comes back.
enum SignInScreen: Screen {
  struct State: Equatable, Sendable {
    var phase: Phase
    /// The address at which the browser ended, typed by hand; nil while nobody wants to.
    var field: TextField?
    /// Why the latest address was not the right one.
    var hint: String?

    init(since: Moment) { phase = .asking(since: since) }
  }

  enum Phase: Equatable, Sendable {
    case asking(since: Moment)
    /// The browser has not come back yet.
    case open(OIDCAddress)
    case granted(OIDCGrant)
    case failed(TokenFailure)
  }

  enum Action: Equatable, Sendable {
    case address(AppEvent.Outcome<OIDCAddress>), granted(AppEvent.Outcome<OIDCGrant>)
    case openBrowser, copy, enterAddress, closeField, edit(Key), paste(String), submit, next
    case startAgain
  }

  /// Most characters of a pasted address.
  static let longest = 4096

  static func isTyping(_ state: State) -> Bool { state.field != nil }

  static func revision(_ state: State) -> Int {
    switch state.phase {
    case .asking: 0
    case .open: 1
    case .granted: 2
    case .failed: 3
    }
  }

  static func farewell(_ state: State) -> [Step] { [.run(.cancelOIDC)] }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    if let field = state.field {
      return [
        KeyBinding(
          .enter, label: say("keys.done"), help: say("sign-in.take-help"), action: .submit,
          whyNot: field.text.isEmpty ? say("sign-in.no-address") : nil),
        KeyBinding(
          .escape, label: say("sign-in.close"), help: say("sign-in.close-help"), action: .closeField
        ),
      ]
    }
    switch state.phase {
    case .asking: return []
    case .open:
      return [
        KeyBinding(
          "o", label: say("keys.open"), help: say("sign-in.open-help"), action: .openBrowser),
        KeyBinding("y", label: say("keys.copy"), help: say("sign-in.copy-help"), action: .copy),
        KeyBinding(
          "e", label: say("sign-in.enter"),
          help: say("sign-in.enter-help"),
          action: .enterAddress),
      ]
    case .granted:
      return [
        KeyBinding(
          .enter, label: say("keys.next"), help: say("activation-code.next-help"), action: .next),
        KeyBinding(
          "r", label: say("keys.sign-in-again"), help: say("sign-in.anew-help"), action: .startAgain
        ),
      ]
    case .failed:
      return [
        KeyBinding(
          "r", label: say("keys.try-again"), help: say("keys.sign-in-anew-help"),
          action: .startAgain)
      ]
    }
  }

  static func action(for input: LooseInput, _ state: State, _ world: World) -> Action? {
    switch input {
    case .key(let key):
      guard var probe = state.field else { return nil }
      return probe.take(key) ? .edit(key) : nil
    case .paste(let text): return .paste(text)
    case .row, .wheel: return nil
    }
  }

  static func clearSecrets(_ state: inout State) {
    state.field = nil
    if case .granted = state.phase { state.phase = .failed(.oidc(.canceled)) }
  }
}

extension SignInScreen {
  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch (action, state.phase) {
    case (.address(.success(let address)), .asking):
      state.phase = .open(address)
    case (.address(.failure(let failure)), .asking):
      state.phase = .failed(failure)
    case (.granted(let outcome), .asking), (.granted(let outcome), .open):
      return granted(&state, outcome, world)
    case (.openBrowser, .open(let address)):
      return [.run(.openAddress(address.url)), .say(.info, say("sign-in.opening"))]
    case (.copy, .open(let address)):
      return [.run(.copy(address.url)), .say(.success, say("sign-in.copied"))]
    case (.enterAddress, .open):
      (state.field, state.hint) = (TextField(limit: longest), nil)
    case (.closeField, _): state.field = nil
    case (.edit(let key), .open): state.field?.take(key)
    case (.paste(let text), .open): return paste(&state, text)
    case (.submit, .open):
      defer { state.field = nil }
      return state.field.map { submit($0.text) } ?? []
    case (.next, .granted(let grant)): return next(grant, world)
    case (.startAgain, .granted), (.startAgain, .failed):
      state = State(since: world.now)
      return [.run(.cancelOIDC), .run(.beginOIDC)]
    case (.address, _), (.granted, _):
      break  // A late answer: the sign-in has ended.
    case (.openBrowser, _), (.copy, _), (.enterAddress, _), (.edit, _), (.paste, _), (.submit, _),
      (.next, _), (.startAgain, _):
      break  // A key of a phase that is over.
    }
    return []
  }

  private static func granted(
    _ state: inout State, _ outcome: AppEvent.Outcome<OIDCGrant>, _ world: World
  ) -> [Step] {
    switch outcome {
    case .success(let grant):
      state.phase = .granted(grant)
      (state.field, state.hint) = (nil, nil)
      return next(grant, world)
    case .failure(let failure):
      if case .open = state.phase, isOfOneAddress(failure) {
        // Somebody else's address must not end a sign-in that is still open.
        state.hint = FailureWords(failure).happened
      } else {
        (state.phase, state.field) = (.failed(failure), nil)
      }
      return []
    }
  }

  /// True when another address may still be the right one.
  private static func isOfOneAddress(_ failure: TokenFailure) -> Bool {
    failure == .oidc(.invalidRedirect) || failure == .oidc(.stateMismatch)
  }

  private static func next(_ grant: OIDCGrant, _ world: World) -> [Step] {
    let draft = ActivationDraft(.oidc(grant), deviceName: world.context.deviceName)
    return [.push(Route(DeviceNameScreen.self, .init(draft)))]
  }

  private static func paste(_ state: inout State, _ text: String) -> [Step] {
    guard state.field == nil else {
      state.field?.insert(text.filter { !$0.isWhitespace })
      return []
    }
    state.hint = nil
    return submit(text)
  }

  /// Terminals break long lines: blanks within an address are none of it.
  private static func submit(_ text: String) -> [Step] {
    [.run(.pasteOIDCRedirect(String(text.filter { !$0.isWhitespace }.prefix(longest))))]
  }
}

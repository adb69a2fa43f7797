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
  enum Action: Equatable, Sendable { case failed(TokenFailure), tryAgain, changeCode }

  static func effect(_ draft: ActivationDraft, _ pin: PIN) -> Effect {
    .activate(
      ActivationRequest(
        code: draft.code, deviceName: draft.deviceName, otp: draft.otp, pin: pin))
  }

  static func revision(_ state: State) -> Int {
    if case .busy = state.phase { 0 } else { 1 }
  }

  static func whyNotLeave(_ state: State) -> String? {
    guard case .busy = state.phase else { return nil }
    return "The bank has not answered yet. It takes 20 s at most."
  }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    guard case .failed = state.phase else { return [] }
    return [
      KeyBinding(
        "r", label: "try again", help: "Sends the same once more.", action: .tryAgain,
        whyNot: state.pin == nil ? "The PIN was cleared: go back and choose it again." : nil),
      KeyBinding("c", label: "another code", help: "Goes back to the code.", action: .changeCode),
    ]
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
    case (.changeCode, .failed):
      // This screen, the PIN and the name; the code's page shows again.
      return [.back, .back, .back]
    case (.tryAgain, .busy), (.changeCode, .busy):
      return []  // One request at a time.
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
    case .failed(let failure): page.failure(failure)
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

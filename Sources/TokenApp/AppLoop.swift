import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens

/// Keys and events → reduce → effects → frames, on the one thread that owns the terminal.
///
/// Between two happenings the thread sleeps: only a key, an event or the moment that the picture
/// itself names (a countdown, a notice that ends) wakes it.
public final class AppLoop {
  private let port: TerminalPort
  private let profiles: ProfilesPort
  private var mailbox: Mailbox<AppEvent>
  private var runner: EffectRunner
  private var clock = LoopClock()
  private var state: AppState
  private var isRunning = true

  public init(
    session: ProfileSession, port: TerminalPort, profiles: ProfilesPort = .none
  ) {
    self.port = port
    self.profiles = profiles
    (mailbox, runner) = Self.work(on: session, port, profiles)
    state = AppState(session.start, size: port.size())
  }

  /// Who carries out effects for a profile, and where its answers arrive.
  private static func work(
    on session: ProfileSession, _ port: TerminalPort, _ profiles: ProfilesPort
  ) -> (Mailbox<AppEvent>, EffectRunner) {
    let mailbox = Mailbox<AppEvent>(wake: port.wake)
    let runner = EffectRunner(session, profiles: profiles, form: port.pictureForm) {
      mailbox.post($0)
    }
    return (mailbox, runner)
  }

  /// Returns when the user leaves or the terminal is gone.
  public func run() {
    paint()
    perform(App.start(&state))
    while isRunning {
      let events = port.wait(deadline())
      for event in events { handle(event) }
      let inbox = mailbox
      // What is left for a profile that was left meanwhile is dropped.
      for event in inbox.take() where inbox === mailbox { receive(event) }
      if isRunning { paint() }
    }
  }

  private func handle(_ event: TerminalEvent) {
    switch event {
    case .input(let input): reduce(.input(input, at: clock.moment()))
    case .resized(let size): reduce(.resized(size))
    case .suspendRequested: reduce(.input(.key(.control("z")), at: clock.moment()))
    case .resumed: reduce(.resumed(at: clock.moment()))
    case .woken: break  // The mailbox is looked at after every wait.
    case .terminated: isRunning = false
    }
  }

  private func receive(_ event: AppEvent) {
    clock.learn(from: event)
    reduce(.event(event, at: clock.moment()))
  }

  private func reduce(_ action: AppAction) {
    perform(App.reduce(&state, action))
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects where !performOnTerminal(effect) { runner.run(effect) }
  }

  /// True when the effect was the terminal's.
  private func performOnTerminal(_ effect: Effect) -> Bool {
    switch effect {
    case .copy(let text): port.copy(text)
    case .setTitle(let title): port.setTitle(title)
    case .setAppearance(let appearance): port.setAppearance(appearance)
    case .notify(let text): port.notify(text)
    case .redraw: port.redraw()
    case .suspend: suspend()
    case .quit: isRunning = false
    case .switchProfile(let name): switchProfile(to: name)
    case .loadActivation, .activate, .fetchStatus, .fetchStatusLater, .startPolling, .stopPolling,
      .refreshOperations, .fetchOperation, .claimOperation, .digest, .approve, .reject, .remove,
      .removeLocally,
      .changePIN, .loadBiometry, .addBiometry, .removeBiometry, .cancelBiometry, .readOffline,
      .approveOffline, .showRecovery, .confirmRecovery, .fetchUserInfo, .fetchDetail,
      .fetchHistory, .rename,
      .loadTokens, .removeToken,
      .fetchPicture, .drawPicture, .scan, .cancelPictures,
      .checkClock, .beginOIDC, .pasteOIDCRedirect, .cancelOIDC, .openAddress, .encodeQR,
      .loadProfiles,
      .speak, .countUnread, .loadMessages, .openMessage, .markMessageRead, .markAllMessagesRead:
      return false
    }
    return true
  }

  /// Answers to the old profile's questions have nobody to go to: its mailbox is left behind.
  private func switchProfile(to name: String) {
    let outcome: AppEvent.ProfileSwitch
    do throws(ProfileProblem) {
      let session = try profiles.open(name)
      runner.end()
      (mailbox, runner) = Self.work(on: session, port, profiles)
      clock = LoopClock()
      outcome = .done(session.start)
    } catch {
      outcome = .refused(name: name, problem: error.words)
    }
    reduce(.event(.profileSwitched(outcome), at: clock.moment()))
  }

  private func suspend() {
    // The picture without secrets must be the last one that the terminal has seen.
    present()
    port.suspend()
  }

  /// Shows the state, and once more where having been seen changes it.
  private func paint() {
    present()
    let before = state
    reduce(.painted(at: clock.moment()))
    if state != before { present() }
  }

  private func present() {
    port.present(App.view(state, at: clock.moment()))
  }

  private func deadline() -> Int64? {
    App.nextRedraw(state, after: clock.moment())?.monotonicMilliseconds
  }
}

import TokenCore
import TokenModel
import TokenScreens

/// Carries out what the screens ask of the token; used on the thread of the loop.
///
/// Each asking effect runs in a task of its own and posts exactly one event.
final class EffectRunner {
  let source: TokenSource
  let settings: LoopSettings
  let signIn: SignIn
  let profiles: ProfilesPort
  let pictures: PicturesPort
  /// How the terminal shows a picture at present.
  let form: () -> PictureForm
  let post: @Sendable (AppEvent) -> Void
  private var polling: Task<Void, Never>?
  /// The latest question that may wait for a finger or the desktop.
  private var recognition: Task<Void, Never>?
  /// The latest work on a picture.
  var pictureWork: Task<Void, Never>?

  init(
    _ session: ProfileSession, profiles: ProfilesPort,
    form: @escaping () -> PictureForm = { .halfBlocks },
    post: @escaping @Sendable (AppEvent) -> Void
  ) {
    source = session.token
    settings = session.settings
    signIn = SignIn(port: session.signIn, source: session.token, post: post)
    self.profiles = profiles
    self.form = form
    pictures = session.pictures
    self.post = post
  }

  /// Ends what goes on by itself, and the connections; what was sent is answered to nobody.
  func end() {
    polling?.cancel()
    recognition?.cancel()
    pictureWork?.cancel()
    signIn.cancel()
    source.close()
  }

  func run(_ effect: Effect) {
    switch effect {
    case .loadActivation, .activate, .fetchStatus, .fetchStatusLater, .remove, .removeLocally:
      runActivation(effect)
    case .startPolling: startPolling()
    case .stopPolling: stopPolling()
    case .refreshOperations: refresh()
    case .fetchOperation, .fetchHistory, .digest, .approve, .reject:
      runOperation(effect)
    case .claimOperation(let id): claim(id)
    case .changePIN, .loadBiometry, .addBiometry, .removeBiometry, .showRecovery,
      .confirmRecovery:
      runFactor(effect)
    case .fetchUserInfo, .fetchDetail, .rename, .loadTokens, .removeToken, .checkClock:
      runAccount(effect)
    case .readOffline, .approveOffline: runOffline(effect)
    case .countUnread, .loadMessages, .openMessage, .markMessageRead, .markAllMessagesRead:
      runInbox(effect)
    case .fetchPicture, .drawPicture, .scan, .cancelPictures: runPictures(effect)
    case .cancelBiometry: recognition?.cancel()
    case .beginOIDC: signIn.begin()
    case .pasteOIDCRedirect(let text): signIn.paste(text)
    case .cancelOIDC: signIn.cancel()
    case .openAddress(let address): signIn.open(address)
    case .encodeQR(let text): post(.qrEncoded(text: text, ModuleMatrix(text)))
    case .loadProfiles: loadProfiles()
    case .speak(let language): speak(language)
    case .switchProfile, .copy, .setTitle, .setAppearance, .notify, .redraw, .suspend, .quit:
      break  // The loop's own.
    }
  }
}

extension EffectRunner {
  typealias Question<Value> = @Sendable (Token) async throws(TokenFailure) -> Value

  /// Asks the token in a task of its own, and posts its answer as `event` says.
  @discardableResult
  func ask<Value: Equatable & Sendable>(
    _ event: @escaping @Sendable (AppEvent.Outcome<Value>) -> AppEvent,
    _ question: @escaping Question<Value>
  ) -> Task<Void, Never> {
    Task { [source, post] in
      do throws(TokenFailure) {
        post(event(.success(try await question(try source.token()))))
      } catch {
        post(event(.failure(error)))
      }
    }
  }

  /// The same for a question that may wait for the person to be recognised.
  func ask<Value: Equatable & Sendable>(
    with factor: SecondFactor?, _ event: @escaping @Sendable (AppEvent.Outcome<Value>) -> AppEvent,
    _ question: @escaping Question<Value>
  ) {
    let task = ask(event, question)
    if factor == .biometry { recognition = task }
  }

  func fetchStatus(afterMilliseconds milliseconds: Int64) {
    ask(AppEvent.status) { token throws(TokenFailure) in
      if milliseconds > 0 { try? await Task.sleep(for: .milliseconds(milliseconds)) }
      return try await token.status()
    }
  }

  private func loadProfiles() {
    Task { [profiles, post] in post(.profiles(profiles.list())) }
  }
}

extension EffectRunner {
  private func startPolling() {
    guard polling == nil else { return }
    polling = Task { [source, post, seconds = settings.pollIntervalSeconds] in
      do throws(TokenFailure) {
        for await event in try source.token().polling(every: seconds) {
          post(.polling(AppEvent.Polling(event)))
        }
      } catch {
        post(.polling(.failed(error, retryInSeconds: seconds)))
      }
    }
  }

  private func stopPolling() {
    polling?.cancel()
    polling = nil
  }

  private func speak(_ language: Language) {
    Task { [source] in
      let token = try? source.token()
      await token?.prefer(languages: language.rawValue)
      await token?.refresh()
    }
  }

  private func refresh() {
    Task { [source] in await (try? source.token())?.refresh() }
  }
}

extension AppEvent.Polling {
  init(_ event: PollingEvent) {
    self =
      switch event {
      case .loading: .loading
      case .list(let list, _, let date): .list(list, at: date)
      case .expired(let operations): .expired(ids: operations.map(\.id))
      case .failed(let failure, let seconds): .failed(failure, retryInSeconds: seconds)
      }
  }
}

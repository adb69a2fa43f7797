import TokenCore
import TokenModel
import TokenScreens

/// Carries out what the screens ask of the token; used on the thread of the loop.
///
/// Each asking effect runs in a task of its own and posts exactly one event.
final class EffectRunner {
  private let source: TokenSource
  private let settings: LoopSettings
  private let post: @Sendable (AppEvent) -> Void
  private var polling: Task<Void, Never>?

  init(
    source: TokenSource, settings: LoopSettings, post: @escaping @Sendable (AppEvent) -> Void
  ) {
    self.source = source
    self.settings = settings
    self.post = post
  }

  deinit { polling?.cancel() }

  func run(_ effect: Effect) {
    switch effect {
    case .loadActivation:
      ask(AppEvent.activation) { token throws(TokenFailure) in try await token.localActivation() }
    case .activate(let request):
      ask(AppEvent.activated) { token throws(TokenFailure) in try await token.activate(request) }
    case .fetchStatus:
      fetchStatus(afterMilliseconds: 0)
    case .fetchStatusLater(let milliseconds):
      fetchStatus(afterMilliseconds: milliseconds)
    case .startPolling: startPolling()
    case .stopPolling: stopPolling()
    case .refreshOperations: refresh()
    case .fetchOperation(let id):
      ask({ .operation(id: id, $0) }) { token throws(TokenFailure) in
        try await token.operation(id: id)
      }
    case .digest(let id, let data):
      post(.digest(operationID: id, sha256: settings.sha256(data)))
    case .approve(let operation, let factor):
      decide(operation) { token throws(TokenFailure) in
        try await token.approve(operation, with: factor)
      }
    case .reject(let operation, let reason):
      decide(operation) { token throws(TokenFailure) in
        try await token.reject(operation, reason: reason)
      }
    case .remove(let factor):
      remove { token throws(TokenFailure) in try await token.remove(with: factor) }
    case .removeLocally:
      remove { token throws(TokenFailure) in try await token.removeLocally() }
    case .changePIN, .loadBiometry, .addBiometry, .removeBiometry, .cancelBiometry,
      .showRecovery, .confirmRecovery,
      .fetchUserInfo, .fetchDetail, .rename, .loadTokens, .removeToken, .checkClock:
      break
    case .beginOIDC, .pasteOIDCRedirect, .cancelOIDC, .openAddress, .loadProfiles, .switchProfile:
      break
    case .copy, .setTitle, .setAppearance, .notify, .redraw, .suspend, .quit:
      break  // The terminal's, which the loop drives.
    }
  }
}

extension EffectRunner {
  private typealias Question<Value> = @Sendable (Token) async throws(TokenFailure) -> Value

  /// Asks the token in a task of its own, and posts its answer as `event` says.
  private func ask<Value: Equatable & Sendable>(
    _ event: @escaping @Sendable (AppEvent.Outcome<Value>) -> AppEvent,
    _ question: @escaping Question<Value>
  ) {
    Task { [source, post] in
      do throws(TokenFailure) {
        post(event(.success(try await question(try source.token()))))
      } catch {
        post(event(.failure(error)))
      }
    }
  }

  private func decide(_ operation: UserOperation, _ decision: @escaping Question<Void>) {
    ask({ .decided(operationID: operation.id, $0) }) { token throws(TokenFailure) in
      try await decision(token)
      return AppEvent.Done()
    }
  }

  private func remove(_ removal: @escaping Question<Void>) {
    ask(AppEvent.removed) { token throws(TokenFailure) in
      try await removal(token)
      return AppEvent.Done()
    }
  }

  private func fetchStatus(afterMilliseconds milliseconds: Int64) {
    ask(AppEvent.status) { token throws(TokenFailure) in
      if milliseconds > 0 { try? await Task.sleep(for: .milliseconds(milliseconds)) }
      return try await token.status()
    }
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

  private func refresh() {
    Task { [source] in await (try? source.token())?.refresh() }
  }
}

extension AppEvent.Polling {
  init(_ event: PollingEvent) {
    self =
      switch event {
      case .loading: .loading
      case .list(let list, let date): .list(list, at: date)
      case .failed(let failure, let seconds): .failed(failure, retryInSeconds: seconds)
      }
  }
}

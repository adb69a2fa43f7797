import FoundationEssentials
import TokenModel

/// The pollings that rest between two fetches, each under a number that is never used again.
struct Pollers {
  private var resting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var lastNumber = 0
  /// How often somebody did not want to wait.
  private(set) var refreshes = 0

  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  mutating func rest(_ number: Int, until continuation: CheckedContinuation<Void, Never>) {
    resting[number] = continuation
  }

  mutating func wake(_ number: Int) { resting.removeValue(forKey: number)?.resume() }

  mutating func refresh() {
    refreshes += 1
    for number in Array(resting.keys) { wake(number) }
  }
}

extension Token {
  /// Fetches the list again and again until the stream is dropped or its task cancelled.
  ///
  /// It tells, too, when operations of the list expire, and fetches at once then. At least 5 s lie
  /// between two fetches; errors do not stop it. While the server cannot be reached the pauses double
  /// up to 60 s. Once the bank's push messages are registered, they are twice as long.
  public nonisolated func polling(
    every seconds: Int = PollingPace.defaultSeconds
  ) -> AsyncStream<PollingEvent> {
    AsyncStream { continuation in
      let task = Task { await self.poll(PollingPace(every: seconds), into: continuation) }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  /// Lets a resting polling fetch at once; while it fetches, that fetch is the answer unless it fails.
  public func refresh() {
    syncPause?.lift()
    pollers.refresh()
  }

  private func poll(
    _ initialPace: PollingPace, into events: AsyncStream<PollingEvent>.Continuation
  ) async {
    var pace = initialPace
    var told = OperationRegister()
    let watcher = ExpirationWatcher(clock: clock) { [weak self] in
      await self?.serverNow() ?? .distantPast
    }
    let watching = watch(watcher, into: events)
    while !Task.isCancelled {
      events.yield(.loading)
      let refreshes = pollers.refreshes
      let seconds: Int
      do throws(TokenFailure) {
        let list = try await operations()
        let change = told.update(register.operations)
        events.yield(.list(list, change: change, at: serverNow()))
        await watcher.follow(list.operations)
        // Behind the list, which a slow push server must not keep from anybody.
        await registerConfiguredPush()
        seconds = pace.wait(after: nil, isPushed: isPushRegistered)
      } catch {
        // The fetch was under way when somebody came back, over a connection that is no more.
        let isOutdated = pollers.refreshes != refreshes
        seconds = isOutdated ? 0 : pace.wait(after: error, isPushed: isPushRegistered)
        events.yield(.failed(error, retryIn: seconds))
      }
      if seconds > 0 { await rest(seconds: seconds) }
      if pollers.refreshes != refreshes { pace.restart() }
    }
    watching.cancel()
    events.finish()
  }

  private func watch(
    _ watcher: ExpirationWatcher, into events: AsyncStream<PollingEvent>.Continuation
  ) -> Task<Void, Never> {
    Task { [weak self] in
      for await operations in watcher.expired {
        events.yield(.expired(operations))
        await self?.refresh()
      }
    }
  }

  /// Ends early by `refresh` and by cancellation.
  private func rest(seconds: Int) async {
    let number = pollers.nextNumber()
    let timer = Task {
      await clock.sleep(Int64(seconds) * 1000)
      pollers.wake(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume()
        } else {
          pollers.rest(number, until: continuation)
        }
      }
    } onCancel: {
      Task { await self.wake(number) }
    }
    timer.cancel()
  }

  private func wake(_ number: Int) { pollers.wake(number) }
}

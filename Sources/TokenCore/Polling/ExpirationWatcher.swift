import FoundationEssentials
import TokenModel

/// Says when operations have expired by the server's clock, so that the server can be asked.
///
/// It says nothing about what the server thinks: an operation must never be hidden for it. Between two
/// looks it sleeps; it costs nothing while nothing has an end.
public actor ExpirationWatcher {
  /// All that have expired since the look before; one event for all of them, each told once.
  ///
  /// Ends when the watcher is gone.
  public nonisolated let expired: AsyncStream<[UserOperation]>

  private let continuation: AsyncStream<[UserOperation]>.Continuation
  private let clock: TokenClock
  private let now: @Sendable () async -> Date
  private var expirations = Expirations()
  private var sleep: Task<Void, Never>?
  /// Monotonic milliseconds of the next look.
  private var wakesAt: Int64?

  /// `now` is the server's time, such as `Token.serverNow`.
  public init(clock: TokenClock, now: @escaping @Sendable () async -> Date) {
    self.clock = clock
    self.now = now
    (expired, continuation) = AsyncStream.makeStream()
  }

  deinit {
    sleep?.cancel()
    continuation.finish()
  }

  /// Waits for the end of those in `list`, and of no other; those without an end are ignored.
  public func follow(_ list: [UserOperation]) async {
    expirations.follow(list)
    await schedule()
  }

  /// Sleeps until the nearest end; what comes later changes nothing about a nearer look.
  private func schedule() async {
    let serverTime = await now()
    guard let wait = expirations.wait(at: serverTime) else { return rest() }
    let time = clock.monotonicMilliseconds()
    if let wakesAt, sleep != nil, wakesAt <= time + wait { return }
    rest()
    wakesAt = time + wait
    sleep = Task { [weak self, clock] in
      await clock.sleep(wait)
      guard !Task.isCancelled else { return }
      await self?.look()
    }
  }

  private func rest() {
    sleep?.cancel()
    (sleep, wakesAt) = (nil, nil)
  }

  private func look() async {
    let time = await now()
    (sleep, wakesAt) = (nil, nil)
    let over = expirations.takeExpired(at: time)
    if !over.isEmpty { continuation.yield(over) }
    await schedule()
  }
}

import FoundationEssentials
import TokenModel

/// What a polling tells while it runs.
public enum PollingEvent: Equatable, Sendable {
  /// A fetch has begun.
  case loading
  /// A fetch has succeeded, at that server time; `change` is what this polling has not told yet.
  case list(OperationList, change: OperationRegister.Change, at: Date)
  /// The time of these is over by the server's clock; they are asked for again, nothing more is known.
  case expired([UserOperation])
  /// A fetch has failed; the next one begins in so many seconds unless `refresh` comes first.
  case failed(TokenFailure, retryIn: Int)
}

/// How long to wait between two fetches.
public struct PollingPace: Sendable {
  /// Shortest interval the servers are made for.
  public static let minimumSeconds = 5
  /// Default interval of the reference clients.
  public static let defaultSeconds = 7
  /// Longest wait while the server cannot be reached.
  public static let offlineMaximumSeconds = 60

  private let interval: Int
  private var offlineTicks = 0

  /// Longest interval, an hour: more would be no polling, and sums could overflow.
  public static let maximumSeconds = 3600

  init(every seconds: Int) {
    interval = min(max(Self.minimumSeconds, seconds), Self.maximumSeconds)
  }

  /// Somebody came back: the network may have, too.
  mutating func restart() { offlineTicks = 0 }

  /// Seconds until the next fetch: twice as many while push messages tell of what is new, and more
  /// and more while the server is unreachable.
  mutating func wait(after failure: TokenFailure?, isPushed: Bool = false) -> Int {
    let interval = isPushed ? min(2 * interval, Self.maximumSeconds) : interval
    guard case .network = failure else {
      offlineTicks = 0
      return interval
    }
    let doubled = interval << min(offlineTicks, 8)
    offlineTicks += 1
    return min(max(interval, Self.offlineMaximumSeconds), doubled)
  }
}

import Synchronization

/// Counts from anywhere.
public final class RequestCounter: Sendable {
  private let number = Mutex(0)

  public init() {}

  public var value: Int { number.withLock { $0 } }

  public func count() { number.withLock { $0 += 1 } }
}

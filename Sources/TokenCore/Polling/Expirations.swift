import FoundationEssentials
import TokenModel

/// Operations whose time runs out, and when that is to be looked at (Mobile Token API, 4.4).
///
/// A value without a clock: who asks says what time it is on the server.
struct Expirations: Equatable, Sendable {
  /// Least wait before a look, in milliseconds, and what is added so that the time is really over.
  static let leastWait: Int64 = 5_000
  static let margin: Int64 = 100

  private var entries: [Entry] = []

  private struct Entry: Equatable, Sendable {
    let operation: UserOperation
    let expires: Date

    /// The same identifier, data and expiry are the same thing to wait for.
    func isSame(as other: Entry) -> Bool {
      operation.id == other.operation.id && operation.data == other.operation.data
        && expires == other.expires
    }
  }

  /// Keeps those of `list` and takes in what is new of it and has an end; what is over already counts
  /// at the next look.
  mutating func follow(_ list: [UserOperation]) {
    let ids = Set(list.map(\.id))
    entries.removeAll { !ids.contains($0.operation.id) }
    for operation in list {
      guard let expires = operation.expires else { continue }
      let entry = Entry(operation: operation, expires: expires)
      if !entries.contains(where: entry.isSame) { entries.append(entry) }
    }
  }

  /// Milliseconds until the next look; nil while nothing has an end.
  func wait(at now: Date) -> Int64? {
    guard let nearest = entries.map(\.expires).min() else { return nil }
    // A date beyond any calendar is as good as never; Int64 would trap.
    let left = min(max(0, nearest.timeIntervalSince(now)), 1e9) * 1000
    return max(Self.leastWait, Int64(left.rounded())) + Self.margin
  }

  /// All that are over, once.
  mutating func takeExpired(at now: Date) -> [UserOperation] {
    let expired = entries.filter { $0.expires <= now }
    entries.removeAll { $0.expires <= now }
    return expired.map(\.operation)
  }
}

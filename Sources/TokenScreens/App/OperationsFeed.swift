import FoundationEssentials
import TokenModel

/// The pending operations as the polling brings them, and how fresh they are.
struct OperationsFeed: Equatable, Sendable {
  private(set) var operations: [UserOperation] = []
  /// Entries of the latest list that could not be read.
  private(set) var unreadable = 0
  /// When the latest list came; nil before the first one.
  private(set) var receivedAt: Date?
  /// Since when a fetch is under way.
  private(set) var loadingSince: Moment?
  private(set) var trouble: Trouble?

  /// Why there is no news.
  struct Trouble: Equatable, Sendable {
    let failure: TokenFailure
    let since: Date
    /// Monotonic milliseconds of the next try.
    let retryAt: Int64
  }

  /// What a new list has changed.
  struct Change: Equatable, Sendable {
    var added: [String] = []
    var removed: Set<String> = []
  }

  mutating func startLoading(at now: Moment) { loadingSince = loadingSince ?? now }

  /// Known operations keep their places and take the new contents; new ones follow behind.
  mutating func receive(_ list: OperationList, at date: Date) -> Change {
    let change = merge(list.operations)
    unreadable = list.unreadable
    receivedAt = date
    (loadingSince, trouble) = (nil, nil)
    return change
  }

  private mutating func merge(_ list: [UserOperation]) -> Change {
    // Most lists bring nothing new, and need no look-up.
    if receivedAt == nil || operations.lazy.map(\.id).elementsEqual(list.lazy.map(\.id)) {
      operations = list
      return Change()
    }
    var fresh = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    var change = Change()
    var merged: [UserOperation] = []
    merged.reserveCapacity(list.count)
    for operation in operations {
      if let same = fresh.removeValue(forKey: operation.id) {
        merged.append(same)
      } else {
        change.removed.insert(operation.id)
      }
    }
    for operation in list where fresh.removeValue(forKey: operation.id) != nil {
      merged.append(operation)
      change.added.append(operation.id)
    }
    operations = merged
    return change
  }

  mutating func fail(_ failure: TokenFailure, retryInSeconds seconds: Int, at now: Moment) {
    loadingSince = nil
    trouble = Trouble(
      failure: failure, since: trouble?.since ?? now.serverTime,
      retryAt: now.monotonicMilliseconds + Int64(seconds) * 1000)
  }

  /// A decided operation is gone before the next list says so.
  mutating func remove(_ id: String) { operations.removeAll { $0.id == id } }

  func operation(_ id: String) -> UserOperation? { operations.first { $0.id == id } }

  /// True while the way to the server is not there.
  var isOffline: Bool {
    guard case .network = trouble?.failure else { return false }
    return true
  }
}

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

  /// The newest stand on top, whenever this program was started.
  mutating func receive(_ list: OperationList, at date: Date) -> Change {
    let change = receivedAt == nil ? Change() : change(to: list.operations)
    operations = Self.newestFirst(list.operations)
    unreadable = list.unreadable
    receivedAt = date
    (loadingSince, trouble) = (nil, nil)
    return change
  }

  /// Those of the same moment, or of none, keep the server's order; an identifier counts once.
  private static func newestFirst(_ list: [UserOperation]) -> [UserOperation] {
    var known: Set<String> = []
    let unique = list.filter { known.insert($0.id).inserted }
    return unique.enumerated().sorted { one, other in
      let dates = [one, other].map { $0.element.created ?? .distantPast }
      return dates[0] == dates[1] ? one.offset < other.offset : dates[0] > dates[1]
    }.map(\.element)
  }

  private func change(to list: [UserOperation]) -> Change {
    // Most lists bring nothing new, and need no look-up.
    if operations.lazy.map(\.id).elementsEqual(list.lazy.map(\.id)) { return Change() }
    let (old, new) = (Set(operations.map(\.id)), Set(list.map(\.id)))
    return Change(
      added: list.map(\.id).filter { !old.contains($0) }, removed: old.subtracting(new))
  }

  mutating func fail(_ failure: TokenFailure, retryInSeconds seconds: Int, at now: Moment) {
    loadingSince = nil
    trouble = Trouble(
      failure: failure, since: trouble?.since ?? now.serverTime,
      retryAt: now.monotonicMilliseconds + Int64(seconds) * 1000)
  }

  /// An operation that came another way than by the list, before the list has it.
  mutating func insert(_ operation: UserOperation) {
    guard let place = operations.firstIndex(where: { $0.id == operation.id }) else {
      operations = Self.newestFirst(operations + [operation])
      return
    }
    operations[place] = operation
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

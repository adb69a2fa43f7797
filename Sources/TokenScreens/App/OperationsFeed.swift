import FoundationEssentials
import TokenModel

/// The pending operations as the polling brings them, and how fresh they are.
struct OperationsFeed: Equatable, Sendable {
  /// The newest stand on top, whenever this program was started.
  private(set) var operations: [UserOperation] = []
  /// What the lists have changed is told by it.
  private var register = OperationRegister()
  /// Places in the latest list, which has the newest first.
  private var places: [String: Int] = [:]
  /// What the user has not opened since it came or became another.
  private(set) var marks: [String: Mark] = [:]
  /// Entries of the latest list that could not be read.
  private(set) var unreadable = 0
  /// When the latest list came; nil before the first one.
  private(set) var receivedAt: Date?
  /// Since when a fetch is under way.
  private(set) var loadingSince: Moment?
  private(set) var trouble: Trouble?
  /// Lists to come that may differ by their language only: one may have been on its way.
  private var translatedLists = 0

  /// Why there is no news.
  struct Trouble: Equatable, Sendable {
    let failure: TokenFailure
    let since: Date
    /// Monotonic milliseconds of the next try.
    let retryAt: Int64
  }

  /// Why an operation deserves a look.
  enum Mark: Equatable, Sendable { case new, changed }

  mutating func startLoading(at now: Moment) { loadingSince = loadingSince ?? now }

  /// What the first list brings is no news.
  mutating func receive(_ list: OperationList, at date: Date) -> OperationRegister.Change {
    let isFirst = receivedAt == nil
    let before = translatedLists > 0 ? register : nil
    let change = register.update(list.operations)
    unreadable = list.unreadable
    let ids = list.operations.enumerated().map { ($0.element.id, $0.offset) }
    places = Dictionary(ids) { first, _ in first }
    receivedAt = date
    (loadingSince, trouble) = (nil, nil)
    if change != OperationRegister.Change() { sort() }
    guard !isFirst else { return OperationRegister.Change() }
    mark(before.map { translated(change, from: $0) } ?? change)
    return change
  }

  /// The bank is asked for its texts in another language.
  mutating func translate() { translatedLists = 2 }

  /// Without what says the same in another language.
  private mutating func translated(
    _ change: OperationRegister.Change, from before: OperationRegister
  ) -> OperationRegister.Change {
    translatedLists = change.changed.isEmpty ? translatedLists - 1 : 0
    var change = change
    change.changed.removeAll { id in
      guard let old = before[id], let new = register[id] else { return false }
      return old.signsTheSame(as: new)
    }
    return change
  }

  /// Takes in an operation that came another way than by a list.
  mutating func insert(_ operation: UserOperation) {
    register.insert(operation)
    sort()
  }

  /// A decided operation is gone before the next list says so.
  mutating func remove(_ id: String) {
    register.remove(id: id)
    marks[id] = nil
    operations.removeAll { $0.id == id }
  }

  /// The user has it before their eyes.
  mutating func saw(_ id: String) { marks[id] = nil }

  private mutating func mark(_ change: OperationRegister.Change) {
    for id in change.removed { marks[id] = nil }
    for id in change.changed where marks[id] == nil { marks[id] = .changed }
    for id in change.added { marks[id] = .new }
  }

  /// Those of the same second, or of none, stand as the bank lists them; what it has not listed yet
  /// is the newest.
  private mutating func sort() {
    operations = register.operations.sorted { one, other in
      let (date, otherDate) = (one.created ?? .distantPast, other.created ?? .distantPast)
      guard date == otherDate else { return date > otherDate }
      return (places[one.id] ?? -1) < (places[other.id] ?? -1)
    }
  }

  mutating func fail(_ failure: TokenFailure, retryInSeconds seconds: Int, at now: Moment) {
    loadingSince = nil
    trouble = Trouble(
      failure: failure, since: trouble?.since ?? now.serverTime,
      retryAt: now.monotonicMilliseconds + Int64(seconds) * 1000)
  }

  func operation(_ id: String) -> UserOperation? { operations.first { $0.id == id } }

  /// True while the way to the server is not there.
  var isOffline: Bool {
    guard case .network = trouble?.failure else { return false }
    return true
  }
}

extension UserOperation {
  /// The same decision, whatever the language of its texts.
  fileprivate func signsTheSame(as other: UserOperation) -> Bool {
    data.utf8.elementsEqual(other.data.utf8) && status == other.status && expires == other.expires
      && allowedSignature == other.allowedSignature
  }
}

/// The operations that are known: each keeps its place, and its newest object replaces the old.
public struct OperationRegister: Equatable, Sendable {
  /// In the order in which they were first seen.
  public private(set) var operations: [UserOperation] = []
  /// Decided since the latest list: a list that was on its way then may still have them.
  private var decided: Set<String> = []

  /// What a list has changed, by identifier.
  public struct Change: Equatable, Sendable {
    /// In list order.
    public var added: [String] = []
    /// Still there, but with other texts, status or data; in the register's order.
    public var changed: [String] = []
    /// In the register's order.
    public var removed: [String] = []

    public init(added: [String] = [], changed: [String] = [], removed: [String] = []) {
      self.added = added
      self.changed = changed
      self.removed = removed
    }
  }

  public init() {}

  /// Takes over a list: known ones stay where they are, new ones follow, missing ones go.
  ///
  /// What `remove` has taken out since the list before does not come back by this one.
  @discardableResult
  public mutating func update(_ list: [UserOperation]) -> Change {
    let list = decided.isEmpty ? list : list.filter { !decided.contains($0.id) }
    decided = []
    // Most lists bring nothing new.
    if list == operations { return Change() }
    let newest = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    var change = Change(removed: operations.map(\.id).filter { newest[$0] == nil })
    var seen = Set(operations.map(\.id))
    operations = operations.compactMap { old in
      guard let new = newest[old.id] else { return nil }
      if new != old { change.changed.append(old.id) }
      return new
    }
    for operation in list where seen.insert(operation.id).inserted {
      operations.append(operation)
      change.added.append(operation.id)
    }
    return change
  }

  /// Takes one in that came another way, as after a claim: where it stands already, or last.
  @discardableResult
  public mutating func insert(_ operation: UserOperation) -> Change {
    decided.remove(operation.id)
    guard let index = operations.firstIndex(where: { $0.id == operation.id }) else {
      operations.append(operation)
      return Change(added: [operation.id])
    }
    guard operations[index] != operation else { return Change() }
    operations[index] = operation
    return Change(changed: [operation.id])
  }

  /// Takes one out, as after a decision; false when it was not there.
  @discardableResult
  public mutating func remove(id: String) -> Bool {
    decided.insert(id)
    guard let index = operations.firstIndex(where: { $0.id == id }) else { return false }
    operations.remove(at: index)
    return true
  }

  public subscript(id: String) -> UserOperation? { operations.first { $0.id == id } }
}

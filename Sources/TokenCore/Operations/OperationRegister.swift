import TokenModel

/// The operations on the screen: each keeps its place, and its newest object replaces the old.
public struct OperationRegister: Equatable, Sendable {
  /// In the order in which they were first seen.
  public private(set) var operations: [UserOperation] = []

  /// What the last list changed, by identifier, in list order.
  public struct Change: Equatable, Sendable {
    public var added: [String] = []
    /// Still there, but with other texts, status or data.
    public var changed: [String] = []
    public var removed: [String] = []

    public init(added: [String] = [], changed: [String] = [], removed: [String] = []) {
      self.added = added
      self.changed = changed
      self.removed = removed
    }
  }

  public init() {}

  /// Takes over a list: known ones stay where they are, new ones follow, missing ones go.
  @discardableResult
  public mutating func update(_ list: [UserOperation]) -> Change {
    let newest = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    var change = Change(removed: operations.map(\.id).filter { newest[$0] == nil })
    let known = Set(operations.map(\.id))
    operations = operations.compactMap { old in
      guard let new = newest[old.id] else { return nil }
      if new != old { change.changed.append(old.id) }
      return new
    }
    var seen = known
    for operation in list where seen.insert(operation.id).inserted {
      operations.append(operation)
      change.added.append(operation.id)
    }
    return change
  }

  /// Takes one out, as after a decision; false when it was not there.
  @discardableResult
  public mutating func remove(id: String) -> Bool {
    guard let index = operations.firstIndex(where: { $0.id == id }) else { return false }
    operations.remove(at: index)
    return true
  }

  public subscript(id: String) -> UserOperation? { operations.first { $0.id == id } }
}

import PowerAuth
import Synchronization
import TokenCore
import TokenModel

/// A store that forgets everything with the process; each call can be made to fail.
public final class MemoryStore: ActivationStore {
  /// The calls, for those who count or break them.
  public enum Call: String, Sendable, CaseIterable {
    case local, activation, prepare, insert, moveCounter, update, token, save, drop, remove, lock
  }

  private struct State {
    var activation: StoredActivation?
    var tokens: [String: (token: StoredToken, activationID: String)] = [:]
    var calls: [Call] = []
    var faults: [Call: StorageFault] = [:]
    var faultyCalls: Range<Int> = 0..<0
    var isLocked = false
    /// How many calls still work, and what every later one meets.
    var ending: (callsLeft: Int, fault: StorageFault)?
  }
  private let state = Mutex(State())

  public let location = "memory"

  public init() {}

  /// All calls so far.
  public var calls: [Call] { state.withLock { $0.calls } }

  /// Makes every such call fail; nil mends it.
  public func fail(_ call: Call, with fault: StorageFault?) {
    state.withLock { $0.faults[call] = fault }
  }

  /// Makes calls fail by their number, counted from now; an empty range mends all.
  public func fail(_ numbers: Range<Int>) {
    state.withLock { state in
      let start = state.calls.count
      state.faultyCalls = start + numbers.lowerBound..<start + numbers.upperBound
    }
  }

  /// Lets so many calls more work and none after them, as a crash does; nil mends it.
  public func fail(after calls: Int?, with fault: StorageFault) {
    state.withLock { $0.ending = calls.map { ($0, fault) } }
  }

  /// Takes the lock as another process would.
  public func lockFromOutside(_ isLocked: Bool) { state.withLock { $0.isLocked = isLocked } }

  /// Sets the counter, as a restored backup would.
  public func restore(_ counter: SignatureCounter) {
    state.withLock { $0.activation?.record.counter = counter }
  }

  private func perform<Value>(
    _ call: Call, _ work: (inout State) -> Value
  ) throws(StorageFault) -> Value {
    let result = state.withLock { state -> Result<Value, StorageFault> in
      if state.faultyCalls.contains(state.calls.count) {
        state.calls.append(call)
        return .failure(.full(path: "/state"))
      }
      state.calls.append(call)
      if let fault = state.faults[call] { return .failure(fault) }
      if let ending = state.ending {
        guard ending.callsLeft > 0 else { return .failure(ending.fault) }
        state.ending?.callsLeft -= 1
      }
      return .success(work(&state))
    }
    return try result.get()
  }

  public func localActivation() throws(StorageFault) -> LocalActivation? {
    try perform(.local) { $0.activation?.local }
  }

  public func activation() throws(StorageFault) -> StoredActivation? {
    try perform(.activation) { $0.activation }
  }

  public func prepare() throws(StorageFault) { try perform(.prepare) { _ in } }

  public func insert(_ activation: StoredActivation) throws(StorageFault) {
    try perform(.insert) { $0.activation = activation }
  }

  public func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter, isForCode: Bool
  ) throws(StorageFault) -> Bool {
    try perform(.moveCounter) { state in
      guard state.activation?.id == activationID, state.activation?.record.counter == old
      else { return false }
      state.activation?.record.counter = new
      if isForCode { state.activation?.unseenCodes += 1 }
      return true
    }
  }

  public func update(
    _ activationID: String, _ change: @Sendable (inout StoredActivation) -> Void
  ) throws(StorageFault) -> StoredActivation? {
    try perform(.update) { state in
      guard var activation = state.activation, activation.id == activationID else { return nil }
      change(&activation)
      state.activation = activation
      return activation
    }
  }

  public func token(
    named name: String, of activationID: String
  ) throws(StorageFault) -> StoredToken? {
    try perform(.token) { state in
      guard let entry = state.tokens[name], entry.activationID == activationID else { return nil }
      return entry.token
    }
  }

  public func tokens(of activationID: String) throws(StorageFault) -> [StoredToken] {
    try perform(.token) { state in
      state.tokens.values.filter { $0.activationID == activationID }.map(\.token)
        .sorted { $0.name < $1.name }
    }
  }

  public func save(_ token: StoredToken, of activationID: String) throws(StorageFault) {
    try perform(.save) { $0.tokens[token.name] = (token, activationID) }
  }

  public func dropToken(id: String) throws(StorageFault) {
    try perform(.drop) { state in
      state.tokens = state.tokens.filter { $0.value.token.token.id != id }
    }
  }

  public func removeActivation() throws(StorageFault) -> Bool {
    try perform(.remove) { state in
      defer {
        state.activation = nil
        state.tokens = [:]
      }
      return state.activation != nil
    }
  }

  public func trySigningLock() throws(StorageFault) -> SigningLockAttempt {
    try perform(.lock) { state in
      guard !state.isLocked else { return .held(by: 4711) }
      state.isLocked = true
      return .acquired(Lock(store: self))
    }
  }

  private struct Lock: SigningLock {
    let store: MemoryStore
    func release() { store.lockFromOutside(false) }
  }
}

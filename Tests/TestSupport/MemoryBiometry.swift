import Synchronization
import TokenCore
import TokenModel

/// A reader that recognises whoever it is told to, with a keyring that forgets with the process.
public final class MemoryBiometry: BiometryProvider {
  /// The calls, for those who count or break them.
  public enum Call: Sendable, CaseIterable { case availability, store, unlock, remove }

  private struct State {
    var keys: [String: Secret] = [:]
    var faults: [Call: BiometryFault] = [:]
    var calls: [Call] = []
  }
  private let state = Mutex(State())

  public let name: String

  public init(name: String = "fingerprint") { self.name = name }

  public var calls: [Call] { state.withLock { $0.calls } }
  /// The keys that are kept, by account.
  public var keys: [String: Secret] { state.withLock { $0.keys } }

  /// Makes every such call fail; nil mends it.
  public func fail(_ call: Call, with fault: BiometryFault?) {
    state.withLock { $0.faults[call] = fault }
  }

  /// Changes what is kept, as another program would.
  public func tamper(_ body: @Sendable (inout [String: Secret]) -> Void) {
    state.withLock { body(&$0.keys) }
  }

  public func availability() async -> BiometryFault? {
    state.withLock { state in
      state.calls.append(.availability)
      return state.faults[.availability]
    }
  }

  public func store(_ key: Secret, account: String) async throws(BiometryFault) {
    try perform(.store) { $0[account] = key }
  }

  public func unlock(account: String, reason: String) async throws(BiometryFault) -> Secret {
    guard let key = try perform(.unlock, { $0[account] }) else { throw .keyLost(provider: name) }
    return key
  }

  public func remove(account: String) async throws(BiometryFault) {
    try perform(.remove) { $0[account] = nil }
  }

  private func perform<Value>(
    _ call: Call, _ work: (inout [String: Secret]) -> Value
  ) throws(BiometryFault) -> Value {
    let result = state.withLock { state -> Result<Value, BiometryFault> in
      state.calls.append(call)
      if let fault = state.faults[call] { return .failure(fault) }
      return .success(work(&state.keys))
    }
    return try result.get()
  }
}

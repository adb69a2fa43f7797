import PowerAuth
import TokenModel

extension Token {
  /// Takes over an activation from a serialized session of the reference client, versions 3 to 6.
  ///
  /// `possessionKey` is the 16 B that lock it to its device there. The server is asked before anything
  /// is kept: only a state whose keys it knows goes in, with a counter from which it can go on; where a
  /// state without counter byte may be behind, that shows with the first signature. Refused while an
  /// activation is here.
  /// Afterwards the other client must never sign again, or the counters part for ever.
  public func importState(
    _ bytes: [UInt8], possessionKey: Secret, deviceName: String
  ) async throws(TokenFailure) -> LocalActivation {
    try ServerLimit.check(deviceName, .deviceName)
    let record: ActivationRecord
    let knowsCounterByte: Bool
    do throws(PortableStateFault) {
      let state = try SessionState(parsing: bytes)
      knowsCounterByte = state.knowsCounterByte
      record = try state.record(
        possessionUnlockKey: possessionKey, version: profile.version)
    } catch {
      throw .portableState(error)
    }
    return try await alone { (token) async throws(TokenFailure) in
      guard try token.localActivation() == nil else { throw .alreadyActivated }
      try token.stored { () throws(StorageFault) in try token.store.prepare() }
      let blob = try await token.proof(of: record)
      let activation = StoredActivation(
        record: try Self.caughtUp(record, knowsCounterByte, blob), deviceName: deviceName)
      try token.stored { () throws(StorageFault) in try token.store.insert(activation) }
      return activation.local
    }
  }

  /// A status that opens with the transport key shows that the keys are right.
  private func proof(of record: ActivationRecord) async throws(TokenFailure) -> StatusBlob {
    let blob: StatusBlob
    do throws(TokenFailure) {
      blob = try await requestStatus(of: record).blob
    } catch .untrustedAnswer(.protection) {
      throw .portableState(.damagedKeys)
    }
    guard blob.state != .removed else { throw .removed }
    return blob
  }

  /// The record with the counter from which signing can go on; throws `deadlocked` where it cannot.
  private static func caughtUp(
    _ record: ActivationRecord, _ knowsCounterByte: Bool, _ blob: StatusBlob
  ) throws(TokenFailure) -> ActivationRecord {
    var record = record
    // Without the byte only the hash tells where the server is, as at the end of an upgrade.
    if !knowsCounterByte { record.generation = .upgrading }
    if let counter = serverCounter(record, blob) {
      record.counter = counter
      record.generation = .v3
    }
    switch try reconciliation(of: record, with: blob) {
    case .deadlock: throw .deadlocked(server: blob.state)
    case .serverAhead(let counter): record.counter = counter
    case .inSync, .clientAhead: break
    }
    return record
  }
}

import PowerAuthCrypto
import TokenModel

extension KnowledgeWrap {
  /// Rounds that the reference client accepts, up to what our own storage does; nobody waits longer.
  static let portableIterations = PBKDF2.minimumIterations...10_000_000

  /// Whether the reference client could unwrap this: SHA-1 below PBKDF2, 10,000 rounds at least.
  public var isPortable: Bool {
    hash == .sha1 && Self.portableIterations.contains(iterations)
      && wrappedKey.count == FactorKeyWrap.size && salt.count == Self.saltSize
  }

  /// The same key under the same PIN as the reference client wraps it, with a new salt.
  ///
  /// It makes 10,000 rounds itself and unwraps any greater number. A wrong PIN is not noticed and makes
  /// a wrap that opens with no PIN: validate it beforehand. Keep this one in place of the old one: the
  /// two side by side tell the right PIN, which alone opens both alike.
  public func portable(pin: Secret, externalKey: Secret? = nil) throws -> KnowledgeWrap {
    try rewrapped(from: pin, to: pin, hash: .sha1, externalKey: externalKey)
  }
}

extension SessionState {
  /// The knowledge key is not wrapped as the reference client does it, see `KnowledgeWrap.portable`.
  public struct ForeignKnowledgeWrap: Error, Equatable, Sendable {
    /// There is nothing more to say of it.
    public init() {}
  }

  /// The activation, for a possession unlock key of 16 B; a wrong key is not noticed here.
  ///
  /// Biometry is left behind: its unlock key never leaves the device where it was made. When the
  /// counter byte is not known it counts from 0, until `CounterReconciliation.adopted` tells it.
  /// Throws `damagedKeys` for an unusable unlock key and for a state without a device key.
  public func record(
    possessionUnlockKey: Secret, version: ProtocolVersion
  ) throws(PortableStateFault) -> ActivationRecord {
    guard let devicePublicKey,
      let possession = try? FactorKeyWrap.unwrap(keys.possession, under: possessionUnlockKey),
      let transport = try? FactorKeyWrap.unwrap(keys.transport, under: possessionUnlockKey),
      let counter = try? signatureCounter
    else { throw .damagedKeys }
    return ActivationRecord(
      activationID: activationID, version: version, serverPublicKey: serverPublicKey,
      devicePublicKey: devicePublicKey, possessionKey: possession, transportKey: transport,
      knowledge: keys.knowledge, wrappedDevicePrivateKey: wrappedDevicePrivateKey,
      counter: counter, generation: generation, usesExternalKey: usesExternalKey,
      wrappedRecovery: wrappedRecovery)
  }

  /// Whether the low byte of the counter came with the state; protocol 2 needs none.
  public var knowsCounterByte: Bool {
    switch counter {
    case .number, .chain(_, .some): true
    case .chain(_, nil): false
    }
  }

  private var generation: ActivationGeneration {
    switch counter {
    case .number(let number): .v2(counter: number)
    case .chain: isUpgradePending ? .upgrading : .v3
    }
  }

  private var signatureCounter: SignatureCounter {
    get throws {
      switch counter {
      case .number(let number):
        try SignatureCounter(
          data: [UInt8](repeating: 0, count: SignatureCounter.size),
          byte: UInt8(truncatingIfNeeded: number))
      case .chain(let chain, let byte): try SignatureCounter(data: chain, byte: byte ?? 0)
      }
    }
  }

  /// The state of an activation, for a possession unlock key of 16 B that is not zero.
  ///
  /// `knowledge` is the record's own key wrapped as the reference client does it; anything else
  /// throws `ForeignKnowledgeWrap`. Biometry is left behind, as are recovery data of a record that
  /// our first version stored.
  public init(
    _ record: ActivationRecord, knowledge: KnowledgeWrap, possessionUnlockKey: Secret
  ) throws {
    guard knowledge.isPortable else { throw ForeignKnowledgeWrap() }
    activationID = record.activationID
    keys = WrappedKeys(
      possession: try FactorKeyWrap.wrap(record.possessionKey, under: possessionUnlockKey),
      knowledge: knowledge, biometry: nil,
      transport: try FactorKeyWrap.wrap(record.transportKey, under: possessionUnlockKey))
    serverPublicKey = record.serverPublicKey
    devicePublicKey = record.devicePublicKey
    wrappedDevicePrivateKey = record.wrappedDevicePrivateKey
    var pendingVersion: UInt8 = 0
    switch record.generation {
    case .v2(let number):
      format = .version3
      counter = .number(number)
      wrappedRecovery = nil
    case .upgrading, .v3:
      format = .version6
      counter = .chain(record.counter.data, byte: record.counter.byte)
      wrappedRecovery = record.wrappedRecovery.flatMap {
        $0.count == RecoveryWrap.size ? $0 : nil
      }
      if record.generation == .upgrading { pendingVersion = StatusBlob.firstChainVersion }
    }
    flags = Flags(
      usesExternalKey: record.usesExternalKey, pendingUpgradeVersion: pendingVersion,
      knowsCounterByte: format == .version6)
  }
}

import PowerAuthCrypto
import TokenModel

/// The state that the reference client serializes, taken apart; every key in it is still wrapped.
///
/// `P A flags`, then `P version` and the activation, see `SessionState.Format`; packed as
/// `PackedReader` reads. Possession and transport key are wrapped under a possession unlock key that
/// the application makes from whatever tells its device.
public struct SessionState: Sendable, Equatable {
  /// The versions of the layout; the raw value is the version's byte, a digit.
  public enum Format: UInt8, CaseIterable, Sendable {
    /// Protocol 2, with a counter that is a number.
    case version3 = 0x33
    /// Protocol 3, with a hash chain.
    case version4 = 0x34
    /// And recovery data.
    case version5 = 0x35
    /// And the low byte of the counter.
    case version6 = 0x36
  }

  /// The counter, as its protocol has it.
  public enum Counter: Sendable, Equatable {
    /// Protocol 2: how many signatures were made.
    case number(UInt64)
    /// Protocol 3: 16 B; the byte is nil where layout or flags know none.
    case chain([UInt8], byte: UInt8?)
  }

  /// The factor keys, 16 B each, without any check value.
  public struct WrappedKeys: Sendable, Equatable {
    /// Under the possession unlock key.
    public let possession: [UInt8]
    /// Under the PIN, and under the external key where one is used.
    public let knowledge: KnowledgeWrap
    /// Under the platform's key, and under the external key; nil when not set up.
    public let biometry: BiometryWrap?
    /// Under the possession unlock key.
    public let transport: [UInt8]
  }

  /// The layout that was read, and in which `bytes` writes.
  public let format: Format
  /// The counter of the next signature.
  public let counter: Counter
  /// Identifier by which the server knows the activation, a UUID text.
  public let activationID: String
  /// The factor keys.
  public let keys: WrappedKeys
  /// The server's key for this activation alone.
  public let serverPublicKey: PublicKey
  /// The device's key for this activation alone; nil in states that early clients wrote.
  public let devicePublicKey: PublicKey?
  /// Under the vault key.
  public let wrappedDevicePrivateKey: [UInt8]
  /// Under the vault key, see `RecoveryWrap`; nil when the server gave none.
  public let wrappedRecovery: [UInt8]?
  let flags: Flags

  /// Whether knowledge and biometry keys are locked by an external key too.
  public var usesExternalKey: Bool { flags.usesExternalKey }

  /// Whether an upgrade to protocol 3 was begun and not finished.
  public var isUpgradePending: Bool { flags.pendingUpgradeVersion != 0 }

  /// The unlock key that the reference client makes from what tells a device: SHA-256, first 16 B.
  public static func possessionUnlockKey(from deviceData: [UInt8]) -> Secret {
    var digest = SHA256.hash(deviceData)
    defer { digest.wipe() }
    return Secret(digest.prefix(FactorKeyWrap.size))
  }
}

extension SessionState {
  /// Bits of the flags, from the lowest on; bits that we do not know are kept.
  struct Flags: RawRepresentable, Sendable, Equatable {
    var rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(usesExternalKey: Bool, pendingUpgradeVersion: UInt8, knowsCounterByte: Bool) {
      rawValue = (usesExternalKey ? Self.externalKey : 0)
      rawValue |= UInt32(pendingUpgradeVersion) << Self.upgradeShift
      self.knowsCounterByte = knowsCounterByte
    }

    // Bit 0 has had no meaning since protocol 3: waiting for the vault.
    private static let externalKey: UInt32 = 1 << 1
    private static let upgradeShift: UInt32 = 2
    private static let counterByte: UInt32 = 1 << 10

    var usesExternalKey: Bool { rawValue & Self.externalKey != 0 }

    /// Major version to which an upgrade was begun; 0 for none.
    var pendingUpgradeVersion: UInt8 {
      UInt8(truncatingIfNeeded: rawValue >> Self.upgradeShift)
    }

    var knowsCounterByte: Bool {
      get { rawValue & Self.counterByte != 0 }
      set {
        if newValue { rawValue |= Self.counterByte } else { rawValue &= ~Self.counterByte }
      }
    }
  }
}

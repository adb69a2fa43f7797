import PowerAuthCrypto
import TokenModel

/// The server's answer about an activation, 32 B, as both sides see it when decrypted.
public struct StatusBlob: Sendable, Equatable {
  /// Bytes of a blob.
  public static let size = 32
  /// Bytes of the client's challenge and of the server's nonce.
  public static let nonceSize = 16
  /// The look-ahead that the protocol allows.
  public static let lookAheadRange = 1...64
  /// The major version from which on counters are links of a hash chain.
  public static let firstChainVersion: UInt8 = 3
  private static let magic: [UInt8] = [0xde, 0xc0, 0xde]
  private static let firstBlobVersion: UInt8 = 0xd1

  /// Where the activation stands.
  public let state: ActivationState
  /// Major version of the protocol in use.
  public let currentVersion: UInt8
  /// Major version to which an upgrade is offered; the current one if none.
  public let upgradeVersion: UInt8
  /// Low byte of the server's counter.
  public let counterByte: UInt8
  /// Wrong signatures since the last right one.
  public let failedAttempts: Int
  /// Wrong signatures at which the server blocks.
  public let maxFailedAttempts: Int
  /// How many counters the server looks ahead.
  public let lookAhead: Int
  /// 16 B by which the server's counter is recognized.
  public let counterHash: [UInt8]

  /// Not decrypted by this key, damaged, or of a kind that we do not know.
  public struct Unreadable: Error, Equatable, Sendable {
    /// What cannot be read says nothing more.
    public init() {}
  }

  /// The server's side; `counterHash` is `SignatureCounter.hash(transportKey:)`.
  public init(
    state: ActivationState, currentVersion: UInt8 = 3, upgradeVersion: UInt8 = 3,
    counterByte: UInt8, failedAttempts: Int, maxFailedAttempts: Int, lookAhead: Int,
    counterHash: [UInt8]
  ) {
    self.state = state
    self.currentVersion = currentVersion
    self.upgradeVersion = upgradeVersion
    self.counterByte = counterByte
    self.failedAttempts = failedAttempts
    self.maxFailedAttempts = maxFailedAttempts
    self.lookAhead = lookAhead
    self.counterHash = counterHash
  }

  /// Decrypts what the server sent for `challenge`; throws `Unreadable`.
  public init(
    decrypting encrypted: [UInt8], challenge: [UInt8], nonce: [UInt8], transportKey: Secret
  ) throws {
    guard encrypted.count == Self.size, nonce.count == Self.nonceSize else { throw Unreadable() }
    let iv = try Self.vector(challenge: challenge, nonce: nonce, transportKey: transportKey)
    let plain = try AESCBC.decrypt(encrypted, key: transportKey, iv: iv, padding: .none)
    try self.init(plain: plain.withUnsafeBytes { Array($0) })
  }

  private init(plain bytes: [UInt8]) throws(Unreadable) {
    guard bytes.starts(with: Self.magic), bytes[3] >= Self.firstBlobVersion,
      let state = ActivationState(statusByte: bytes[4]),
      Self.lookAheadRange.contains(Int(bytes[15]))
    else { throw Unreadable() }
    self.init(
      state: state, currentVersion: bytes[5], upgradeVersion: bytes[6], counterByte: bytes[12],
      failedAttempts: Int(bytes[13]), maxFailedAttempts: Int(bytes[14]),
      lookAhead: Int(bytes[15]), counterHash: Array(bytes[16...]))
  }

  /// The server's side: the 32 B to send with `nonce`; numbers beyond a byte are cut to it.
  public func encrypted(
    challenge: [UInt8], nonce: [UInt8], transportKey: Secret
  ) throws -> [UInt8] {
    var bytes = Self.magic + [Self.firstBlobVersion, state.statusByte]
    bytes += [currentVersion, upgradeVersion] + SecureRandom.bytes(5) + [counterByte]
    bytes += [failedAttempts, maxFailedAttempts, lookAhead].map { UInt8(clamping: $0) }
    bytes += counterHash
    let iv = try Self.vector(challenge: challenge, nonce: nonce, transportKey: transportKey)
    return try AESCBC.encrypt(bytes, key: transportKey, iv: iv, padding: .none)
  }

  /// KDF_INTERNAL(KDF(transport, 3000), challenge ‖ nonce).
  static func vector(
    challenge: [UInt8], nonce: [UInt8], transportKey: Secret
  ) throws -> [UInt8] {
    let key = try KeyDerivation.key(.statusVector, from: transportKey)
    return key.withUnsafeBytes { KeyDerivation.internalBytes(challenge + nonce, from: $0) }
  }
}

extension ActivationState {
  fileprivate init?(statusByte: UInt8) {
    switch statusByte {
    case 1: self = .created
    case 2: self = .pendingCommit
    case 3: self = .active
    case 4: self = .blocked
    case 5: self = .removed
    default: return nil
    }
  }

  fileprivate var statusByte: UInt8 {
    switch self {
    case .created: 1
    case .pendingCommit: 2
    case .active: 3
    case .blocked: 4
    case .removed: 5
    }
  }
}

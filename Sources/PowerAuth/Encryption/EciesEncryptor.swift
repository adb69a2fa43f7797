import PowerAuthCrypto
import TokenModel

/// The client's side of one encrypted exchange: one request, then its response.
public struct EciesEncryptor: Sendable {
  /// How the ephemeral key is written; servers accept both.
  public enum PointFormat: Sendable {
    case compressed, uncompressed
  }

  private enum State {
    case fresh
    case requested(nonce: [UInt8]?)
    case finished
  }

  /// What both sides know beforehand.
  public let context: EciesContext
  private let envelope: EciesEnvelope
  private let ephemeralPoint: [UInt8]
  private var state = State.fresh

  /// `serverKey` is the master, the server's or the temporary key, as context and version want it.
  ///
  /// The ephemeral key must never serve twice; the default is random.
  public init(
    _ context: EciesContext, serverKey: PublicKey, ephemeralKey: PrivateKey = .generate(),
    pointFormat: PointFormat = .compressed
  ) {
    self.context = context
    switch pointFormat {
    case .compressed: ephemeralPoint = ephemeralKey.publicKey.compressed
    case .uncompressed: ephemeralPoint = ephemeralKey.publicKey.uncompressed
    }
    envelope = EciesEnvelope(ephemeralKey, serverKey, context, ephemeralKey: ephemeralPoint)
  }

  /// Chooses the key as the version wants it: the temporary one if there is one, else the lasting one.
  ///
  /// `lastingKey` is the master key, in activation scope the server's. Throws
  /// `EciesError.temporaryKey` when `temporaryKey` is missing or foreign to the version.
  public init(
    version: ProtocolVersion, credentials: ApplicationCredentials, scope: EciesScope,
    purpose: EciesPurpose, lastingKey: PublicKey, temporaryKey: TemporaryKey?
  ) throws(EciesError) {
    let context = try EciesContext(
      version: version, credentials: credentials, scope: scope, purpose: purpose,
      temporaryKeyID: temporaryKey?.id)
    self.init(context, serverKey: temporaryKey?.publicKey ?? lastingKey)
  }

  /// Encrypts the one request; `timestamp` in milliseconds is the server's time as we know it.
  ///
  /// The versions that carry no nonce or timestamp leave them out.
  public mutating func encrypt(
    _ plaintext: [UInt8], timestamp: Int64,
    nonce: [UInt8] = SecureRandom.bytes(EciesContext.nonceSize)
  ) throws -> EciesRequest {
    guard case .fresh = state else { throw EciesError.outOfOrder }
    let rules = context.rules
    let nonce = rules.requestHasNonce ? nonce : nil
    let timestamp = rules.hasTimestamp ? timestamp : nil
    state = .requested(nonce: nonce)
    let sealed = try envelope.seal(
      plaintext, iv: envelope.vector(nonce),
      macInput: context.macInput(
        nonce: nonce, timestamp: timestamp, ephemeralKey: ephemeralPoint))
    return EciesRequest(
      temporaryKeyId: context.temporaryKeyID,
      ephemeralPublicKey: Base64.encode(ephemeralPoint),
      encryptedData: sealed.encryptedData, mac: sealed.mac,
      nonce: nonce.map(Base64.encode), timestamp: timestamp)
  }

  /// Opens the one response; every failure is `EciesError.refused`.
  public mutating func decrypt(_ response: EciesResponse) throws(EciesError) -> Secret {
    guard case .requested(let requestNonce) = state else { throw .outOfOrder }
    state = .finished
    let nonce = try context.ownNonce(response.nonce, response.timestamp)
    return try envelope.open(
      encryptedData: response.encryptedData, mac: response.mac,
      iv: envelope.vector(context.rules.hasTimestamp ? nonce : requestNonce),
      macInput: context.macInput(
        nonce: nonce, timestamp: response.timestamp, ephemeralKey: []))
  }
}

extension EciesContext {
  /// The nonce of a response: required with a timestamp where the version has them, else foreign.
  fileprivate func ownNonce(
    _ nonce: String?, _ timestamp: Int64?
  ) throws(EciesError) -> [UInt8]? {
    guard (timestamp != nil) == rules.hasTimestamp else { throw .refused }
    return try decodeNonce(nonce, isExpected: rules.hasTimestamp)
  }

  /// Exactly 16 B where the version has a nonce, none where it has not.
  func decodeNonce(_ nonce: String?, isExpected: Bool) throws(EciesError) -> [UInt8]? {
    guard (nonce != nil) == isExpected else { throw .refused }
    guard let nonce else { return nil }
    guard let bytes = Base64.decode(nonce), bytes.count == Self.nonceSize else { throw .refused }
    return bytes
  }
}

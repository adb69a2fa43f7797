import PowerAuthCrypto
import TokenModel

/// The server's side of one encrypted exchange: opens one request, then seals its response.
public struct EciesDecryptor: Sendable {
  private enum State {
    case fresh
    case opened(EciesEnvelope, requestNonce: [UInt8]?)
    case finished
  }

  /// What both sides know beforehand.
  public let context: EciesContext
  private let privateKey: PrivateKey
  private var state = State.fresh

  /// `privateKey` belongs to the master, the server's or the temporary key.
  public init(_ context: EciesContext, privateKey: PrivateKey) {
    self.context = context
    self.privateKey = privateKey
  }

  /// Opens the one request; a missing or foreign field, too, is only `EciesError.refused`.
  ///
  /// Whether nonce and timestamp are fresh is for the caller to check.
  public mutating func decrypt(_ request: EciesRequest) throws(EciesError) -> Secret {
    guard case .fresh = state else { throw .outOfOrder }
    state = .finished
    let rules = context.rules
    let nonce = try context.decodeNonce(request.nonce, isExpected: rules.requestHasNonce)
    guard (request.timestamp != nil) == rules.hasTimestamp,
      request.temporaryKeyId == context.temporaryKeyID,
      let point = Base64.decode(request.ephemeralPublicKey),
      let ephemeralKey = try? PublicKey(point)
    else { throw .refused }
    let envelope = EciesEnvelope(privateKey, ephemeralKey, context, ephemeralKey: point)
    let plaintext = try envelope.open(
      encryptedData: request.encryptedData, mac: request.mac, iv: envelope.vector(nonce),
      macInput: context.macInput(
        nonce: nonce, timestamp: request.timestamp, ephemeralKey: point))
    state = .opened(envelope, requestNonce: nonce)
    return plaintext
  }

  /// Seals the one response; `timestamp` in milliseconds.
  public mutating func encrypt(
    _ plaintext: [UInt8], timestamp: Int64,
    nonce: [UInt8] = SecureRandom.bytes(EciesContext.nonceSize)
  ) throws -> EciesResponse {
    guard case .opened(let envelope, let requestNonce) = state else {
      throw EciesError.outOfOrder
    }
    state = .finished
    let ownNonce = context.rules.hasTimestamp ? nonce : nil
    let timestamp = context.rules.hasTimestamp ? timestamp : nil
    let sealed = try envelope.seal(
      plaintext, iv: envelope.vector(ownNonce ?? requestNonce),
      macInput: context.macInput(nonce: ownNonce, timestamp: timestamp, ephemeralKey: []))
    return EciesResponse(
      encryptedData: sealed.encryptedData, mac: sealed.mac,
      nonce: ownNonce.map(Base64.encode), timestamp: timestamp)
  }
}

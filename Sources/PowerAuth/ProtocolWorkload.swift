import PowerAuthCrypto
import TokenModel

/// The computations whose speed people notice, over random keys and data of the usual size.
///
/// A benchmark calls each of them many times; nothing here touches a real activation.
public struct ProtocolWorkload: Sendable {
  /// Bytes of the plaintext that is encrypted.
  public static let plaintextSize = 1024

  private let version = ProtocolVersion.v3_3
  private let credentials = ApplicationCredentials(
    applicationKey: SecureRandom.bytes(16), applicationSecret: SecureRandom.bytes(16),
    masterPublicKey: PrivateKey.generate().publicKey)
  private let activationID = "00000000-0000-4000-8000-000000000000"
  private let serverKey = PrivateKey.generate()
  private let keys: DerivedKeys
  private let pin = Secret("1234".utf8)
  private let knowledge: KnowledgeWrap
  private let counter = SignatureCounter.random()
  private let token: AccessToken
  private let challenge = SecureRandom.bytes(StatusBlob.nonceSize)
  private let statusNonce = SecureRandom.bytes(StatusBlob.nonceSize)
  private let encryptedStatus: [UInt8]
  private let body = SecureRandom.bytes(256)
  private let plaintext = SecureRandom.bytes(plaintextSize)

  /// Prepares what a running client has at hand.
  public init() throws {
    keys = try DerivedKeys(PrivateKey.generate(), serverKey.publicKey)
    knowledge = try KnowledgeWrap(wrapping: keys.knowledge, pin: pin)
    token = AccessToken(id: activationID, secret: SecureRandom.secret(AccessToken.secretSize))
    let blob = StatusBlob(
      state: .active, counterByte: 0, failedAttempts: 0, maxFailedAttempts: 5, lookAhead: 20,
      counterHash: try counter.hash(transportKey: keys.transport))
    encryptedStatus = try blob.encrypted(
      challenge: challenge, nonce: statusNonce, transportKey: keys.transport)
  }

  /// The header of a request signed with possession, and the counter's step.
  public func possessionSignature() throws -> String { try signature(.possession) }

  /// The header of a request signed with possession and knowledge, the PIN's key being unlocked.
  public func pinSignature() throws -> String { try signature(.possessionKnowledge) }

  /// What the PIN costs before that: PBKDF2 and the unwrapping.
  public func pinUnlock() throws -> Secret { try knowledge.unwrap(pin: pin) }

  /// PBKDF2 with the fewest rounds that are allowed, 10,000.
  public func shortestPBKDF2() throws -> Secret {
    try PBKDF2.derive(
      from: pin, salt: knowledge.salt, iterations: PBKDF2.minimumIterations, hash: .sha256,
      count: FactorKeyWrap.size)
  }

  /// A status answer, decrypted and compared with the counter.
  public func statusDecode() throws -> CounterReconciliation {
    let blob = try StatusBlob(
      decrypting: encryptedStatus, challenge: challenge, nonce: statusNonce,
      transportKey: keys.transport)
    return try CounterReconciliation.decide(
      local: counter, server: blob, transportKey: keys.transport)
  }

  /// 1 KiB encrypted for the server, key exchange included.
  public func eciesEncrypt() throws -> EciesRequest {
    var encryptor = EciesEncryptor(try context(), serverKey: serverKey.publicKey)
    return try encryptor.encrypt(plaintext, timestamp: 0)
  }

  /// An answer of 1 KiB, and what opens it.
  public func eciesAnswer() throws -> (EciesEncryptor, EciesResponse) {
    var encryptor = EciesEncryptor(try context(), serverKey: serverKey.publicKey)
    var decryptor = EciesDecryptor(try context(), privateKey: serverKey)
    _ = try decryptor.decrypt(try encryptor.encrypt(plaintext, timestamp: 0))
    return (encryptor, try decryptor.encrypt(plaintext, timestamp: 0))
  }

  /// The server's answer of 1 KiB opened.
  public func eciesDecrypt(_ answer: (EciesEncryptor, EciesResponse)) throws -> Secret {
    var encryptor = answer.0
    return try encryptor.decrypt(answer.1)
  }

  /// The header of a request that a token authenticates.
  public func tokenHeader() -> String {
    TokenHeader(token, version: version, timestamp: 1_700_000_000_000).value
  }

  /// An activation as the device computes it, PBKDF2 with 10,000 rounds included.
  ///
  /// The server's share in between is left to `answer`, so that its time can be left out.
  public func activation(
    answer: (_ server: () throws -> EciesResponse) throws -> EciesResponse
  ) throws -> ActivationRecord {
    var exchange = ActivationKeyExchange(credentials: credentials, version: version)
    let request = try exchange.request(
      .custom(["name": "jane"]),
      device: DeviceDescription(name: "My laptop", platform: "linux", info: "bench"),
      temporaryKey: TemporaryKey(
        id: activationID, publicKey: serverKey.publicKey, issuedAt: 0, expiresAt: 300_000),
      timestamp: 0)
    let response = try answer {
      var server = try ServerActivation(
        opening: request, version: version, credentials: credentials, privateKey: serverKey,
        temporaryKeyID: activationID)
      return try server.respond(activationID: activationID, timestamp: 0).response
    }
    return try exchange.accept(response, pin: pin, iterations: PBKDF2.minimumIterations).record
  }

  private func signature(_ factors: Factors) throws -> String {
    let header = try SignatureHeader(
      signing: body, uriId: "/operation/authorize", activationID: activationID,
      credentials: credentials, keys: keys.factorKeys, factors: factors, counter: counter,
      version: version)
    _ = counter.stepped()
    return header.value
  }

  private func context() throws -> EciesContext {
    try EciesContext(
      version: version, credentials: credentials,
      scope: .activation(id: activationID, transportKey: keys.transport), purpose: .activation,
      temporaryKeyID: activationID)
  }
}

import PowerAuth
import PowerAuthCrypto
import TokenModel

/// Finds the key by which a request is opened, and refuses what came before.
enum EncryptionGate {
  /// The private key for a request: the temporary one that it names, else `lasting`.
  ///
  /// Nil when the temporary key is unknown, too old or made for somebody else.
  static func key(
    for request: EciesRequest, lasting: PrivateKey, registrationID: String?, in ledger: Ledger
  ) throws -> PrivateKey? {
    guard let id = request.temporaryKeyId else { return lasting }
    return try ledger.temporaryKey(id, for: registrationID)?.privateKey
  }

  /// Whether the request is new and its timestamp, if it has one, not of the future.
  static func isFresh(
    _ request: EciesRequest, registrationID: String?, in ledger: Ledger
  ) throws -> Bool {
    let latest = ledger.now + ServerRules.replayWindow
    guard request.timestamp.map({ $0 <= latest }) ?? true else { return false }
    let parts = ["ecies", registrationID, request.ephemeralPublicKey, request.nonce]
    return try ledger.isFirstUse(
      of: parts.map { $0 ?? "-" }.joined(separator: " "), until: latest)
  }

  /// Opens a request in the scope of `registration`, else of the application; nil for every failure.
  static func open(
    _ request: EciesRequest, _ version: ProtocolVersion, _ purpose: EciesPurpose,
    of registration: Registration?, in ledger: Ledger
  ) throws -> OpenedRequest? {
    let id = registration?.id
    let scope: EciesScope
    let lasting: PrivateKey
    if let registration {
      guard let device = registration.device else { return nil }
      scope = .activation(id: registration.id, transportKey: try device.keys().transport)
      lasting = device.serverKey
    } else {
      scope = .application
      lasting = ledger.application.masterKey
    }
    let context = try? EciesContext(
      version: version, credentials: ledger.application.credentials, scope: scope,
      purpose: purpose, temporaryKeyID: request.temporaryKeyId)
    guard let context,
      let key = try key(for: request, lasting: lasting, registrationID: id, in: ledger)
    else { return nil }
    var decryptor = EciesDecryptor(context, privateKey: key)
    guard let plaintext = try? decryptor.decrypt(request),
      try isFresh(request, registrationID: id, in: ledger)
    else { return nil }
    return OpenedRequest(plaintext: plaintext, decryptor: decryptor)
  }

  /// Opens a generic encrypted request by the header that describes it; nil for every failure.
  ///
  /// Only active registrations are spoken to.
  static func open(_ call: Call, _ endpoint: Endpoint) throws -> (OpenedRequest, Registration?)? {
    guard let purpose = endpoint.purpose, let header = encryptionHeader(of: call, purpose),
      header.applicationKey == call.ledger.application.credentials.applicationKey,
      let request: EciesRequest = try? WireJSON.decode(from: call.request.body)
    else { return nil }
    var registration: Registration?
    if let id = header.activationID {
      registration = try call.ledger.registration(id)
      guard registration?.state == .active else { return nil }
    }
    let opened = try open(request, header.version, purpose, of: registration, in: call.ledger)
    return opened.map { ($0, registration) }
  }

  /// A signature's header stands for the encryption's own; the scope must be that of `purpose`.
  private static func encryptionHeader(
    of call: Call, _ purpose: EciesPurpose
  ) -> EncryptionHeader? {
    let header: EncryptionHeader?
    if let signature = try? SignatureGate.header(of: call) {
      header = EncryptionHeader(
        version: signature.version, applicationKey: signature.applicationKey,
        activationID: signature.activationID)
    } else {
      header = call.request.header(EncryptionHeader.name).flatMap {
        try? EncryptionHeader(parsing: $0)
      }
    }
    guard let header, (header.activationID == nil) == (purpose == .application) else { return nil }
    return header
  }
}

/// A request that was decrypted, and what its answer is encrypted with.
struct OpenedRequest {
  let plaintext: Secret
  private let decryptor: EciesDecryptor

  fileprivate init(plaintext: Secret, decryptor: EciesDecryptor) {
    self.plaintext = plaintext
    self.decryptor = decryptor
  }

  var bytes: [UInt8] { plaintext.withUnsafeBytes { Array($0) } }

  /// Nil when the text is not of that form.
  func message<Message: Decodable>(_ type: Message.Type = Message.self) -> Message? {
    try? WireJSON.decode(from: plaintext)
  }

  /// The encrypted answer; there is one per request.
  func answer(_ message: some Encodable, at now: Milliseconds) throws -> SandboxResponse {
    var decryptor = decryptor
    return try .encrypted(decryptor.encrypt(WireJSON.encode(message), timestamp: now))
  }
}

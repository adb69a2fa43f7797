import PowerAuth
import PowerAuthCrypto
import TokenModel

/// `/pa/v3/activation`: the key exchange, the status and the end.
enum ActivationEndpoints {
  static let routes = [
    Route(.activationCreate, create),
    Route(.activationStatus, ActivationStatusEndpoint.answer),
    Route(.activationRemove, remove),
  ]

  /// Nothing about the cause of a failure leaves the server.
  private static func create(_ call: Call) throws -> SandboxResponse {
    let exchange = try open(call)
    guard exchange.outer.type == .code, let code = exchange.outer.identityAttributes["code"],
      let found = try call.ledger.registration(activationCode: code), found.state == .created
    else { throw MobileFault.activation }
    try checkLimits(exchange.inner)
    let registration = try checkPassword(exchange.inner.activationOtp, of: found, in: call.ledger)
    return try complete(registration, exchange, in: call.ledger)
  }

  private static func open(_ call: Call) throws -> ServerActivation {
    let ledger = call.ledger
    guard let text = call.request.header(EncryptionHeader.name),
      let header = try? EncryptionHeader(parsing: text), header.activationID == nil,
      header.applicationKey == ledger.application.credentials.applicationKey,
      let request: EciesRequest = try? WireJSON.decode(from: call.request.body),
      let key = try EncryptionGate.key(
        for: request, lasting: ledger.application.masterKey, registrationID: nil, in: ledger),
      let exchange = try? ServerActivation(
        opening: request, version: header.version, credentials: ledger.application.credentials,
        privateKey: key, temporaryKeyID: request.temporaryKeyId),
      try EncryptionGate.isFresh(request, registrationID: nil, in: ledger),
      try EncryptionGate.isFresh(exchange.outer.activationData, registrationID: nil, in: ledger)
    else { throw MobileFault.activation }
    return exchange
  }

  private static func checkLimits(_ inner: ActivationLayer2Request) throws(Refusal) {
    let limits = [
      (inner.activationName, ServerRules.textLimit), (inner.platform, ServerRules.textLimit),
      (inner.deviceInfo, ServerRules.textLimit), (inner.extras ?? "", ServerRules.extrasLimit),
      (inner.activationOtp ?? "", ServerRules.textLimit),
    ]
    guard limits.allSatisfy({ $0.0.utf16.count <= $0.1 }) else { throw MobileFault.activation }
  }

  /// A wrong password counts, and the last one ends the registration; a password that nobody asked
  /// for, and a missing one, are refused without counting.
  private static func checkPassword(
    _ otp: String?, of registration: Registration, in ledger: Ledger
  ) throws -> Registration {
    guard (otp != nil) == (registration.otpDigest != nil) else { throw MobileFault.activation }
    guard let otp, let digest = registration.otpDigest else { return registration }
    var registration = registration
    if ConstantTime.equal(SHA256.hash(Array(otp.utf8)), digest) {
      registration.failedAttempts = 0
      return registration
    }
    registration.failedAttempts += 1
    try ledger.update(registration)
    if registration.failedAttempts >= ServerRules.maxFailedAttempts {
      try ledger.remove(registration)
    }
    throw MobileFault.activation
  }

  private static func complete(
    _ registration: Registration, _ exchange: ServerActivation, in ledger: Ledger
  ) throws -> SandboxResponse {
    var registration = registration
    var exchange = exchange
    let (response, keys) = try exchange.respond(
      activationID: registration.id, timestamp: ledger.now)
    registration.device = RegisteredDevice(
      name: exchange.inner.activationName, platform: exchange.inner.platform.lowercased(),
      info: exchange.inner.deviceInfo, publicKey: keys.devicePublicKey,
      serverKey: keys.serverKey, counter: keys.counter)
    registration.usedAt = ledger.now
    switch registration.commitPhase {
    case .onCommit: registration.state = .pendingCommit
    case .onKeyExchange: registration.state = .active
    case .afterDelay:
      registration.state = .pendingCommit
      registration.commitsAt = ledger.now + DemoRules.commitDelay
    }
    try ledger.update(registration)
    return try .encrypted(response)
  }

  private static func remove(_ call: Call) throws -> SandboxResponse {
    let caller = try call.signedCaller(.activationRemove, .twoOrThree)
    try call.ledger.remove(caller.registration)
    return .success(["activationId": .string(caller.registration.id)])
  }
}

extension SandboxResponse {
  /// The bare cryptogram.
  static func encrypted(_ response: EciesResponse) throws -> SandboxResponse {
    .bare(try JSONValue(parsing: WireJSON.encode(response)))
  }
}

extension RegisteredDevice {
  /// Eight digits that the bank's page shows for comparison.
  func fingerprint(activationID: String) -> String {
    Fingerprint.compute(
      deviceKey: publicKey, serverKey: serverKey.publicKey, activationID: activationID)
  }
}

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

  /// Nothing about the cause of a failure leaves the server, but which PUK comes next.
  private static func create(_ call: Call) throws -> SandboxResponse {
    let exchange = try open(call)
    try checkLimits(exchange.inner)
    let attributes = exchange.outer.identityAttributes
    guard !attributes.isEmpty else { throw MobileFault.activation }
    let registration =
      switch exchange.outer.type {
      case .code: try ActivationRights.byCode(attributes, exchange.inner, in: call.ledger)
      case .recovery: try ActivationRights.byRecovery(attributes, in: call.ledger)
      case .direct where attributes["method"] == "oidc":
        try ActivationRights.bySignIn(attributes, in: call.ledger)
      case .direct, .custom: try ActivationRights.byCredentials(attributes, in: call.ledger)
      }
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

  private static func complete(
    _ registration: Registration, _ exchange: ServerActivation, in ledger: Ledger
  ) throws -> SandboxResponse {
    var registration = registration
    var exchange = exchange
    let recovery = try recovery(for: registration, in: ledger)
    let (response, keys) = try exchange.respond(
      activationID: registration.id, timestamp: ledger.now, recovery: recovery,
      customAttributes: exchange.outer.customAttributes ?? [:],
      userInfo: ledger.claims(of: registration.userID))
    registration.device = RegisteredDevice(
      name: exchange.inner.activationName, platform: exchange.inner.platform.lowercased(),
      info: exchange.inner.deviceInfo, extras: exchange.inner.extras,
      publicKey: keys.devicePublicKey, serverKey: keys.serverKey, counter: .hashed(keys.counter))
    registration.usedAt = ledger.now
    registration.state = .pendingCommit
    if registration.commitPhase == .afterDelay {
      registration.commitsAt = ledger.now + DemoRules.commitDelay
    }
    // A one-time password that came with the exchange commits it, whether it was asked for or not.
    let isCommitted = !(exchange.inner.activationOtp ?? "").allSatisfy(\.isWhitespace)
    if isCommitted || registration.commitPhase == .onKeyExchange {
      try ledger.activate(&registration)
    } else {
      try ledger.update(registration)
    }
    return try .encrypted(response)
  }

  /// A recovery code with its one PUK, which nobody but the device learns.
  private static func recovery(
    for registration: Registration, in ledger: Ledger
  ) throws -> ActivationRecovery? {
    guard try ledger.recoveryConfiguration().isForActivations else { return nil }
    let (record, puks) = try StoredRecoveryCode.make(
      userID: registration.userID, registrationID: registration.id, status: .created, count: 1,
      at: ledger.now)
    try ledger.insert(record)
    return puks.first.map { ActivationRecovery(recoveryCode: record.code, puk: $0) }
  }

  /// Who removes a device at the device has no use for its recovery code.
  private static func remove(_ call: Call) throws -> SandboxResponse {
    let caller = try call.explainedCaller(.activationRemove, .twoOrThree)
    try call.ledger.remove(caller.registration, revokesCodes: true)
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
    guard counter.upgrade == .committed else { return Fingerprint.computeV2(deviceKey: publicKey) }
    return Fingerprint.compute(
      deviceKey: publicKey, serverKey: serverKey.publicKey, activationID: activationID)
  }
}

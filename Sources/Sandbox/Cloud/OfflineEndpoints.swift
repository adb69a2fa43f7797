import PowerAuth
import PowerAuthCrypto
import TokenModel

/// `/v2/operations/ID/offline`: approval by a token that has no network.
enum OfflineEndpoints {
  static let routes = [
    Route("GET", "v2/operations/*/offline/qr", payload),
    Route("POST", "v2/operations/*/offline/otp", verify),
  ]

  private static let approvalURI = "/operation/authorize/offline"
  /// Of a proximity code, how many steps back it is still taken.
  private static let proximitySteps: Int64 = 2

  // MARK: - The code that the bank shows

  enum Key: String { case personalized, master }

  /// The text of the QR code; `key=master` signs it for all tokens, not for this registration alone.
  private static func payload(_ call: Call) throws -> SandboxResponse {
    let key = call.request.queryValue("key") ?? Key.personalized.rawValue
    guard let key = Key(rawValue: key) else {
      throw CloudFault.invalid("key", .string(key), "must be one of personalized, master")
    }
    guard let id = call.request.queryValue("registrationId") else {
      throw CloudFault.invalid("registrationId", nil, "must not be blank")
    }
    let operation = try pending(call)
    let device = try device(id, for: operation, call)
    guard let text = try text(operation, by: key, device, call) else {
      throw CloudFault.operationNotFound
    }
    return .bare(["operationQrCodeData": .string(text.payload), "nonce": .string(text.nonce)])
  }

  /// Nil when the bank has no texts for it.
  static func text(
    _ operation: StoredOperation, by key: Key, _ device: RegisteredDevice, _ call: Call
  ) throws -> (payload: String, nonce: String)? {
    guard
      let form = OperationDocument.formData(operation, call.templates, language: call.language)
    else { return nil }
    let nonce = Base64.encode(SecureRandom.bytes(SignedRequestData.nonceSize))
    let (signer, mark): (PrivateKey, ServerKey) =
      switch key {
      case .personalized: (device.serverKey, .personalized)
      case .master: (call.ledger.application.masterKey, .master)
      }
    let signed =
      (lines(operation, form, at: call.ledger.now) + [nonce, String(mark.rawValue)])
      .joined(separator: "\n")
    let signature = ServerSignature.sign(Array(signed.utf8), by: signer)
    return (signed + Base64.encode(signature), nonce)
  }

  /// Everything before the nonce; a proximity code stands there where the operation wants one.
  private static func lines(
    _ operation: StoredOperation, _ form: JSONValue, at now: Milliseconds
  ) -> [String] {
    let biometry = operation.signatureTypes.contains(.possessionBiometry) ? "B" : ""
    let shown = ["title", "message"].map {
      (form[$0]?.string ?? "").replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
    let otp = operation.proximitySeed.map { ProximityCode.compute($0, at: now) }
    return [operation.id] + shown + [operation.data, operation.riskFlags + biometry]
      + (otp.map { [$0] } ?? [])
  }

  // MARK: - The code that the person typed

  private static func verify(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let id = try form.required("registrationId")
    var operation = try pending(call)
    _ = try device(id, for: operation, call)
    let nonce = try form.bytes("nonce")
    let factors = operation.signatureTypes.filter { $0 != .possession }
    let verdict = try SignatureGate.verify(
      offline: try form.required("otp"), of: id,
      anyBase: contents(operation, at: call.ledger.now).map {
        SignedRequestData(offlineUriId: approvalURI, nonce: nonce, body: Array($0.utf8))
      },
      // Possession alone cannot be typed: where it is enough, the PIN is taken.
      anyOf: factors.isEmpty ? [.possessionKnowledge] : factors,
      length: OfflineSignature.defaultLength, in: call.ledger)
    if let registration = verdict.registration, let used = verdict.factors {
      OperationDecisions.finish(&operation, as: .approved, by: registration, used, call)
      try call.ledger.update(operation)
    } else {
      try OperationDecisions.countFailure(&operation, call)
    }
    return .bare(document(verdict, id, tried: factors.first ?? .possessionKnowledge))
  }

  /// What may have been signed: with one of the latest proximity codes where one is wanted.
  private static func contents(_ operation: StoredOperation, at now: Milliseconds) -> [String] {
    let content = operation.id + "&" + operation.data
    guard let seed = operation.proximitySeed else { return [content] }
    return (0...proximitySteps).map {
      content + "&" + ProximityCode.compute(seed, at: now, stepsBack: $0)
    }
  }

  private static func document(
    _ verdict: SignatureGate.Verdict, _ id: String, tried: Factors
  ) -> JSONValue {
    var members: [String: JSONValue] = [
      "otpValid": .bool(verdict.isValid), "registrationId": .string(id),
      "signatureType": .string((verdict.factors ?? tried).rawValue.uppercased()),
    ]
    if let registration = verdict.registration {
      members["userId"] = .string(registration.userID)
      members["registrationStatus"] = .string(registration.state.rawValue)
      members["remainingAttempts"] = .number(
        .init(ServerRules.maxFailedAttempts - registration.failedAttempts))
    }
    return .object(members)
  }

  // MARK: - Both

  private static func pending(_ call: Call) throws -> StoredOperation {
    let operation = try OperationEndpoints.find(call)
    guard operation.status == .pending else {
      throw CloudFault.operationStateChange(operation.status, to: "approved")
    }
    return operation
  }

  private static func device(
    _ id: String, for operation: StoredOperation, _ call: Call
  ) throws -> RegisteredDevice {
    guard let registration = try call.ledger.registration(id), let device = registration.device,
      (operation.userID ?? registration.userID) == registration.userID
    else { throw CloudFault.registrationNotFound }
    return device
  }
}

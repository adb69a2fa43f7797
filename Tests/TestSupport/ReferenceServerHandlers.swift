import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

extension ReferenceServer {
  func handle(_ path: String, _ request: ServerRequest) throws -> JSONValue {
    switch path {
    case "/pa/v3/status": ok(["serverTime": .number(.init(now()))])
    case "/pa/v3/keystore/create": try createTemporaryKey(request)
    case "/pa/v3/activation/create": try createActivation(request)
    case "/pa/v3/activation/status": try status(request)
    case "/pa/v3/activation/remove": try remove(request)
    case "/pa/v3/token/create": try createToken(request)
    case "/pa/v3/signature/validate":
      try verified(request, uriID: "/pa/signature/validate") { _ in ok(nil) }
    case "/api/auth/token/app/operation/list":
      try withToken(request) { ok(.array(operations)) }
    case "/api/auth/token/app/operation/detail", "/api/auth/token/app/operation/detail/claim":
      try withToken(request) { try detail(request) }
    case "/api/auth/token/app/operation/authorize": try authorize(request)
    case "/api/auth/token/app/operation/history":
      try verified(request, uriID: "/operation/history", refusal: Self.authFail) { header in
        guard [.possessionKnowledge, .possessionBiometry].contains(header.factors) else {
          throw Self.authFail
        }
        return ok(.array(past))
      }
    case "/api/auth/token/app/operation/cancel": try cancel(request)
    case "/pa/v3/vault/unlock": try unlockVault(request)
    case "/pa/v3/recovery/confirm": try confirmRecovery(request)
    default: try handleIdentity(path, request)
    }
  }

  func ok(_ object: JSONValue?) -> JSONValue {
    guard let object else { return ["status": "OK"] }
    return ["status": "OK", "responseObject": object]
  }

  static let unauthorized = Refusal(
    status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_SIGNATURE_INVALID")

  static func bad(_ code: String) -> Refusal {
    Refusal(status: 400, code: code, message: "")
  }

  // MARK: Encryption

  func scope(_ activationID: String?) throws -> EciesScope {
    guard let activationID else { return .application }
    guard let activation = activations[activationID] else { throw Self.bad("ERR_ENCRYPTION") }
    return .activation(id: activationID, transportKey: activation.keys.transport)
  }

  private func createTemporaryKey(_ request: ServerRequest) throws -> JSONValue {
    let jwt = request.json["requestObject"]?["jwt"]?.string ?? ""
    let unverified = try TemporaryKeyRequest.unverified(jwt)
    let asked = try TemporaryKeyRequest(
      verifying: jwt, credentials, try scope(unverified.activationID))
    let key = PrivateKey.generate()
    let id = "key-\(temporaryKeys.count)-\(now())"
    temporaryKeys[id] = key
    let answer = try asked.answer(
      with: TemporaryKey(
        id: id, publicKey: key.publicKey, issuedAt: now(), expiresAt: now() + 300_000),
      signer: asked.activationID.flatMap { activations[$0]?.serverKey } ?? masterKey)
    return ok(["jwt": .string(answer)])
  }

  /// The key that opens a request: the temporary one it names, or a lasting one.
  func opener(_ request: EciesRequest, _ activationID: String?) throws -> PrivateKey {
    if let time = request.timestamp, abs(time - now()) > 60_000 { throw Self.bad("ERR_ENCRYPTION") }
    guard usedNonces.insert(request.ephemeralPublicKey).inserted else {
      throw Self.bad("ERR_ENCRYPTION")
    }
    if let id = request.temporaryKeyId {
      if let key = temporaryKeys[id] { return key }
      throw unknownKeyRefusal.map {
        Refusal(status: $0.status, code: $0.code, message: $0.message)
      } ?? Self.bad("ERR_TEMPORARY_KEY")
    }
    return activationID.flatMap { activations[$0]?.serverKey } ?? masterKey
  }

  private func createActivation(_ request: ServerRequest) throws -> JSONValue {
    let header = try EncryptionHeader(parsing: request.header(EncryptionHeader.name) ?? "")
    let cryptogram: EciesRequest = try WireJSON.decode(from: request.body)
    var exchange: ServerActivation
    do {
      exchange = try ServerActivation(
        opening: cryptogram, version: header.version, credentials: credentials,
        privateKey: try opener(cryptogram, nil), temporaryKeyID: cryptogram.temporaryKeyId)
    } catch is ServerActivation.Refused {
      throw Self.bad("ERR_ENCRYPTION")
    }
    try checkIdentity(exchange.outer, exchange.inner)
    guard exchange.inner.activationOtp.map({ $0 == "1234" }) != false
    else { throw Self.bad("ERR_ACTIVATION") }
    lastActivation = (exchange.outer, exchange.inner)
    let id = "activation-\(activations.count)"
    let (response, keys) = try exchange.respond(
      activationID: id, timestamp: now(), recovery: bank.newRecovery,
      customAttributes: bank.customAttributes, userInfo: bank.userInfo)
    var activation = Activation(
      counter: keys.counter, name: exchange.inner.activationName,
      keys: try keys.derived(), serverKey: keys.serverKey, devicePublicKey: keys.devicePublicKey)
    if exchange.inner.activationOtp != nil { activation.state = .active }
    activations[id] = activation
    return try JSONValue(parsing: try WireJSON.encode(response))
  }

  private func createToken(_ request: ServerRequest) throws -> JSONValue {
    let cryptogram: EciesRequest = try WireJSON.decode(from: request.body)
    let header = try SignatureHeader(parsing: request.header(SignatureHeader.name) ?? "")
    guard request.header(EncryptionHeader.name) == nil else { throw Self.bad("ERR_ENCRYPTION") }
    // A refused temporary key is found before the signature is looked at.
    let opener = try opener(cryptogram, header.activationID)
    return try verified(request, uriID: "/pa/token/create") { header in
      var decryptor = EciesDecryptor(
        try EciesContext(
          version: header.version, credentials: credentials,
          scope: try scope(header.activationID), purpose: .tokenCreate,
          temporaryKeyID: cryptogram.temporaryKeyId),
        privateKey: opener)
      _ = try decryptor.decrypt(cryptogram)
      let token = AccessToken(
        id: "token-\(tokens.count)-\(received.count)", secret: SecureRandom.secret(16))
      tokens[token.id] = (token.secret, header.activationID)
      tokenFactors[token.id] = header.factors
      let response = try decryptor.encrypt(
        try WireJSON.encode(TokenCreateResponse(token)), timestamp: now())
      return try JSONValue(parsing: try WireJSON.encode(response))
    }
  }

  // MARK: Status and removal

  private func status(_ request: ServerRequest) throws -> JSONValue {
    let asked: RequestEnvelope<StatusRequest> = try WireJSON.decode(from: request.body)
    guard let activation = activations[asked.requestObject.activationId],
      let challenge = Base64.decode(asked.requestObject.challenge)
    else {
      return ok([
        "encryptedStatusBlob": .string(Base64.encode(SecureRandom.bytes(32))),
        "nonce": .string(Base64.encode(SecureRandom.bytes(16))),
      ])
    }
    let blob = StatusBlob(
      state: activation.state, currentVersion: activation.upgrade?.currentVersion ?? 3,
      upgradeVersion: bank.offersUpgrade ? 3 : 2, counterByte: activation.counter.byte,
      failedAttempts: activation.failed, maxFailedAttempts: Self.maxFailed,
      lookAhead: Self.lookAhead,
      counterHash: try activation.counter.hash(transportKey: activation.keys.transport))
    let nonce = SecureRandom.bytes(StatusBlob.nonceSize)
    let answer: JSONValue = [
      "encryptedStatusBlob": .string(
        Base64.encode(
          try blob.encrypted(
            challenge: challenge, nonce: nonce, transportKey: activation.keys.transport))),
      "nonce": .string(Base64.encode(nonce)),
    ]
    return ok(activation.customObject.map { answer.setting("customObject", to: $0) } ?? answer)
  }

  private func remove(_ request: ServerRequest) throws -> JSONValue {
    try verified(request, uriID: "/pa/activation/remove") { header in
      guard header.factors.members.count > 1 else { throw Self.unauthorized }
      activations[header.activationID]?.state = .removed
      return ok(["activationId": .string(header.activationID)])
    }
  }

  // MARK: Signatures and tokens

  func verified(
    _ request: ServerRequest, uriID: String, signed: [UInt8]? = nil,
    refusal: Refusal = unauthorized, _ work: (SignatureHeader) throws -> JSONValue
  ) throws -> JSONValue {
    guard let header = try? SignatureHeader(parsing: request.header(SignatureHeader.name) ?? ""),
      let activation = activations[header.activationID], activation.state == .active,
      activation.upgrade == nil || uriID == "/pa/upgrade/commit"
    else { throw refusal }
    let base = SignedRequestData(
      method: "POST", uriId: uriID, nonce: header.nonce, body: signed ?? request.body,
      applicationSecret: credentials.applicationSecret)
    guard try isAccepted(header, base, activation) else { throw refusal }
    return try work(header)
  }

  /// Moves the counter to where the signature was made, or counts a failure.
  func isAccepted(
    _ header: SignatureHeader, _ base: SignedRequestData, _ current: Activation
  ) throws -> Bool {
    var activation = current
    let distance = try OnlineSignature.verify(
      header, base: base, keys: activation.keys.factorKeys, counter: activation.counter,
      lookAhead: Self.lookAhead)
    if let distance {
      activation.counter = activation.counter.stepped(by: distance + 1)
      if header.factors != .possession { activation.failed = 0 }
    } else if header.factors != .possession {
      activation.failed += 1
      if activation.failed >= Self.maxFailed { activation.state = .blocked }
    }
    activations[header.activationID] = activation
    return distance != nil
  }

  func withToken(
    _ request: ServerRequest, _ work: () throws -> JSONValue
  ) throws -> JSONValue {
    let refusal = Refusal(status: 401, code: "POWERAUTH_AUTH_FAIL", message: "")
    guard let header = try? TokenHeader(parsing: request.header(TokenHeader.name) ?? ""),
      let token = tokens[header.tokenID], header.isAuthentic(secret: token.secret),
      (-7_200_000...1_800_000).contains(header.timestamp - now()),
      activations[token.activationID]?.state == .active
    else { throw refusal }
    return try work()
  }

  // MARK: Operations

  private static let authFail = Refusal(
    status: 401, code: "POWERAUTH_AUTH_FAIL", message: "")

  private func detail(_ request: ServerRequest) throws -> JSONValue {
    let id = request.json["requestObject"]?["id"]?.string
    guard let operation = operations.first(where: { $0["id"]?.string == id }) else {
      throw Self.bad("INVALID_OPERATION")
    }
    return ok(operation)
  }

  private func authorize(_ request: ServerRequest) throws -> JSONValue {
    try verified(request, uriID: "/operation/authorize", refusal: Self.authFail) { header in
      let operation = try pending(request)
      guard operation["data"] == request.json["requestObject"]?["data"],
        operation["allowedSignatureType"]?["type"] == "1FA"
          || operation["allowedSignatureType"]?["variants"]?.array?
            .contains(.string(header.factors.rawValue)) == true
      else { throw Refusal(status: 401, code: "OPERATION_FAILED", message: "") }
      return decide(operation, "authorize")
    }
  }

  private func cancel(_ request: ServerRequest) throws -> JSONValue {
    try verified(request, uriID: "/operation/cancel", refusal: Self.authFail) { header in
      guard header.factors == .possession else { throw Self.unauthorized }
      let reason = request.json["requestObject"]?["reason"]?.string ?? ""
      return decide(try pending(request), "cancel", " " + reason)
    }
  }

  private func pending(_ request: ServerRequest) throws -> JSONValue {
    let id = request.json["requestObject"]?["id"]?.string ?? ""
    if decisions.contains(where: { $0.split(separator: " ")[1] == id }) {
      throw Self.bad("OPERATION_ALREADY_FINISHED")
    }
    guard let operation = operations.first(where: { $0["id"]?.string == id }) else {
      throw Self.bad("INVALID_OPERATION")
    }
    return operation
  }

  private func decide(_ operation: JSONValue, _ word: String, _ reason: String = "") -> JSONValue {
    let id = operation["id"]?.string ?? ""
    decisions.append("\(word) \(id)\(reason)")
    operations.removeAll { $0["id"] == operation["id"] }
    return ok(nil)
  }
}

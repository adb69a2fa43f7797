import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

extension ReferenceServer {
  func handleIdentity(_ path: String, _ request: ServerRequest) throws -> JSONValue {
    switch path {
    case "/pa/v3/user/info": try userInfo(request)
    case "/pa/v3/activation/detail": try detailOfActivation(request)
    case "/pa/v3/activation/rename": try rename(request)
    case "/pa/v3/token/remove": try removeToken(request)
    case "/pa/v3/upgrade/start": try startUpgrade(request)
    case "/pa/v3/upgrade/commit": try commitUpgrade(request)
    case "/api/config/oidc": try oidcConfiguration(request)
    default: throw Refusal(status: 404, code: "ERROR_NOT_FOUND", message: "")
    }
  }

  // MARK: Activation

  func checkIdentity(
    _ outer: ActivationLayer1Request, _ inner: ActivationLayer2Request
  ) throws {
    let attributes = outer.identityAttributes
    let isGood =
      switch outer.type {
      case .code: codes.remove(attributes["code"] ?? "") != nil
      case .custom: attributes == bank.credentials
      case .recovery: try checkRecovery(attributes)
      case .direct: checkGrant(attributes)
      }
    guard isGood else { throw Self.bad("ERR_ACTIVATION") }
  }

  private func checkRecovery(_ attributes: [String: String]) throws -> Bool {
    guard let recovery = bank.recovery, attributes["recoveryCode"] == recovery.code else {
      throw Refusal(status: 400, code: "INVALID_RECOVERY_CODE", message: "")
    }
    guard attributes["puk"] == recovery.puks[recovery.next - 1] else {
      throw Refusal(
        status: 400, code: "INVALID_RECOVERY_CODE", message: "", nextPUK: recovery.next)
    }
    bank.recovery?.next += 1
    return true
  }

  private func checkGrant(_ attributes: [String: String]) -> Bool {
    guard attributes["method"] == "oidc", attributes["providerId"] == "bank-id",
      let grant = bank.grants.removeValue(forKey: attributes["code"] ?? "")
    else { return false }
    let digest = SHA256.hash(Array((attributes["codeVerifier"] ?? "").utf8))
    return attributes["nonce"] == grant.nonce && Base64.encodeURLSafe(digest) == grant.challenge
  }

  private func oidcConfiguration(_ request: ServerRequest) throws -> JSONValue {
    let header = try EncryptionHeader(parsing: request.header(EncryptionHeader.name) ?? "")
    guard header.activationID == nil else { throw Self.bad("ERR_ENCRYPTION") }
    return try encrypted(request, .application, of: nil, header.version) { asked in
      guard asked["providerId"]?.string == "bank-id" else {
        throw Self.bad("APPLICATION_CONFIGURATION_ERROR")
      }
      return ok(ReferenceBank.oidc)
    }
  }

  // MARK: Identity

  private func userInfo(_ request: ServerRequest) throws -> JSONValue {
    guard request.header(SignatureHeader.name) == nil else { throw Self.bad("ERR_ENCRYPTION") }
    let header = try EncryptionHeader(parsing: request.header(EncryptionHeader.name) ?? "")
    return try encrypted(request, .activation, of: header.activationID, header.version) { asked in
      guard asked == [:], let claims = bank.userInfo else { throw Self.bad("ERR_USER_INFO") }
      return claims
    }
  }

  private func detailOfActivation(_ request: ServerRequest) throws -> JSONValue {
    let encryption = try EncryptionHeader(parsing: request.header(EncryptionHeader.name) ?? "")
    let token = try? TokenHeader(parsing: request.header(TokenHeader.name) ?? "")
    return try withToken(request) {
      guard let id = token?.tokenID, tokenFactors[id]?.members.count == 2,
        let activation = activations[encryption.activationID ?? ""]
      else { throw Self.unauthorized }
      return try encrypted(
        request, .activation, of: encryption.activationID, encryption.version
      ) { _ in
        ok([
          "activationId": .string(encryption.activationID ?? ""),
          "activationName": .string(activation.name),
        ])
      }
    }
  }

  private func rename(_ request: ServerRequest) throws -> JSONValue {
    let header = try SignatureHeader(parsing: request.header(SignatureHeader.name) ?? "")
    return try encrypted(request, .activation, of: header.activationID, header.version) { asked in
      try verified(request, uriID: "/pa/activation/rename", signed: asked.bytes()) { header in
        guard header.factors.members.count == 2 else { throw Self.unauthorized }
        guard bank.canRename, let name = asked["activationName"]?.string else {
          throw Self.bad("ERR_ACTIVATION")
        }
        activations[header.activationID]?.name = name
        if let other = bank.renameAnswer { return other }
        return ok([
          "activationId": .string(header.activationID), "activationName": .string(name),
        ])
      }
    }
  }

  private func removeToken(_ request: ServerRequest) throws -> JSONValue {
    try verified(request, uriID: "/pa/token/remove") { header in
      let id = request.json["requestObject"]?["tokenId"]?.string ?? ""
      guard header.factors == .possession, tokens[id]?.activationID == header.activationID else {
        throw Self.bad("ERR_TOKEN")
      }
      tokens[id] = nil
      return ok(["tokenId": .string(id)])
    }
  }

  // MARK: Upgrade

  private func startUpgrade(_ request: ServerRequest) throws -> JSONValue {
    let header = try EncryptionHeader(parsing: request.header(EncryptionHeader.name) ?? "")
    let id = header.activationID ?? ""
    return try encrypted(request, .upgrade, of: header.activationID, header.version) { asked in
      guard asked == [:], activations[id]?.state == .active,
        var upgrade = activations[id]?.upgrade
      else { throw Self.bad("ERR_UPGRADE") }
      if case .offered = upgrade {
        _ = try upgrade.start(legacyCounter: UInt64(activations[id]?.counter.byte ?? 0))
        if case .started(let counter) = upgrade { activations[id]?.counter = counter }
        activations[id]?.upgrade = upgrade
      }
      // As servers do: where the counter stands now, and not where it began.
      return ["ctrData": .string(Base64.encode(activations[id]?.counter.data ?? []))]
    }
  }

  private func commitUpgrade(_ request: ServerRequest) throws -> JSONValue {
    try verified(request, uriID: "/pa/upgrade/commit") { header in
      guard header.factors == .possession, case .started = activations[header.activationID]?.upgrade
      else { throw Self.bad("ERR_UPGRADE") }
      activations[header.activationID]?.upgrade = nil
      return ok(nil)
    }
  }

  // MARK: Encryption

  /// Opens a request with whatever key it names, and encrypts what `work` makes of it.
  func encrypted(
    _ request: ServerRequest, _ purpose: EciesPurpose, of activationID: String?,
    _ version: ProtocolVersion, _ work: (JSONValue) throws -> JSONValue
  ) throws -> JSONValue {
    let cryptogram: EciesRequest = try WireJSON.decode(from: request.body)
    let opener = try opener(cryptogram, activationID)
    var decryptor = EciesDecryptor(
      try EciesContext(
        version: version, credentials: credentials, scope: try scope(activationID),
        purpose: purpose, temporaryKeyID: cryptogram.temporaryKeyId),
      privateKey: opener)
    guard let plaintext = try? decryptor.decrypt(cryptogram) else {
      throw Self.bad("ERR_ENCRYPTION")
    }
    let asked = try JSONValue(parsing: plaintext.withUnsafeBytes { Array($0) })
    let answer = try decryptor.encrypt(try work(asked).bytes(), timestamp: now())
    return try JSONValue(parsing: try WireJSON.encode(answer))
  }
}

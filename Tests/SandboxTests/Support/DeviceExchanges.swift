import PowerAuth
import PowerAuthCrypto
import TokenModel

@testable import Sandbox

extension TestDevice {
  /// The answer to one encrypted request, and what opens it.
  struct Exchange {
    let response: SandboxResponse
    let encryptor: EciesEncryptor

    var verdict: String { response.verdict }
    var verdictWithMessage: String { response.verdictWithMessage }

    /// The decrypted answer; throws `Absent` when the server refused.
    func open<Message: Decodable>(_ type: Message.Type = Message.self) throws -> Message {
      var encryptor = encryptor
      let response: EciesResponse = try WireJSON.decode(from: response.object().bytes())
      return try WireJSON.decode(from: encryptor.decrypt(response))
    }
  }

  /// How a request is signed: over the cryptogram as sent, or over the text before encryption.
  enum SignatureOrder { case encryptFirst, signFirst }

  /// One encrypted request; signed when `factors` are given, with a token where there is one.
  func exchange(
    _ endpoint: Endpoint, _ plaintext: [UInt8] = WireJSON.emptyObject,
    _ factors: Factors? = nil, pin: Secret = pin, order: SignatureOrder = .encryptFirst,
    token: AccessToken? = nil
  ) async throws -> Exchange {
    let (body, encryptor) = try await cryptogram(endpoint, plaintext)
    var headers: [(name: String, value: String)] = []
    if let factors {
      let signed = order == .signFirst ? plaintext : body
      headers.append(try sign(signed, uriID: endpoint.uriId ?? "", factors, pin: pin))
    } else {
      headers.append((EncryptionHeader.name, encryptor.context.header.value))
    }
    if let token {
      let header = TokenHeader(token, version: version, timestamp: bank.milliseconds)
      headers.append((TokenHeader.name, header.value))
    }
    return Exchange(
      response: await bank.mobile(endpoint.path, body, headers: headers), encryptor: encryptor)
  }

  /// An encrypted request with what opens its answer.
  func cryptogram(
    _ endpoint: Endpoint, _ plaintext: [UInt8] = WireJSON.emptyObject
  ) async throws -> (body: [UInt8], encryptor: EciesEncryptor) {
    guard let purpose = endpoint.purpose else { throw Absent(what: "purpose") }
    var encryptor = try EciesEncryptor(
      version: version, credentials: bank.sandbox.credentials, scope: record.scope,
      purpose: purpose, lastingKey: record.serverPublicKey,
      temporaryKey: try await temporaryKey())
    let request = try encryptor.encrypt(plaintext, timestamp: bank.milliseconds)
    return (try WireJSON.encode(request), encryptor)
  }

  /// The vault, opened for `reason`.
  func vault(
    _ reason: VaultUnlockReason = .fetchEncryptionKey, _ factors: Factors = .possessionKnowledge
  ) async throws -> UnlockedVault {
    let body = try WireJSON.encode(VaultUnlockRequest(reason))
    let response: VaultUnlockResponse = try await exchange(.vaultUnlock, body, factors).open()
    return try UnlockedVault(response, record: record)
  }

  /// Sets up biometry as a client does, by the vault.
  func addBiometry() async throws {
    let key = BiometryWrap.randomUnlockKey()
    record.biometry = try await vault(.addBiometry).biometry(under: key)
    biometryUnlockKey = key
  }

  func rename(_ name: String, _ factors: Factors = .possessionKnowledge) async throws -> Exchange {
    try await exchange(
      .activationRename, WireJSON.encode(ActivationRenameRequest(activationName: name)), factors,
      order: .signFirst)
  }

  func confirm(
    _ code: RecoveryCode, _ factors: Factors = .possessionKnowledge
  ) async throws -> Exchange {
    try await exchange(.recoveryConfirm, WireJSON.encode(RecoveryConfirmRequest(code)), factors)
  }
}

extension TestBank {
  /// Turns recovery on, for activations and postcards.
  func allowRecovery() async {
    _ = await cloud(
      "PUT", "recovery-configuration",
      ["activationRecoveryEnabled": true, "recoveryPostcardEnabled": true])
  }

  /// A new postcard; throws when the bank refuses.
  func postcard(
    userID: String = "alice", puks: Int = 3
  ) async throws -> (code: RecoveryCode, puks: [String]) {
    let json = try await cloud(
      "POST", "recovery-codes",
      ["userId": .string(userID), "pukCount": .number(.init(puks))]
    ).object()
    let list = try (json["puks"]?.array ?? []).map { try $0.text("puk") }
    return (try RecoveryCode(json.text("recoveryCode")), list)
  }

  /// What the bank knows of a user's codes, oldest first.
  func recoveryCodes(userID: String = "alice") async throws -> [JSONValue] {
    try await cloud("GET", "recovery-codes?userId=\(userID)").object()["recoveryCodes"]?.array ?? []
  }
}

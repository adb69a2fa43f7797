import PowerAuth
import PowerAuthCrypto
import TokenCore
import TokenModel

/// What the server knows of vaults and recovery codes, and what it does wrong with them.
public struct ServerVault: Sendable {
  /// Why the vault was opened, in order.
  public internal(set) var reasons: [String] = []
  public internal(set) var confirmedCodes: Set<String> = []
  /// Whether biometry opens the vault: released servers want that configured.
  public var takesBiometry = false
  /// Given in place of the right key.
  public var foreignKey: Secret?
}

extension ReferenceServer.Activation {
  /// 16 B; what the PIN locks on the device.
  public var knowledgeKey: Secret { keys.knowledge }
}

extension ReferenceServer {
  public func changeVault(_ body: @Sendable (inout ServerVault) -> Void) { body(&vault) }

  /// Whether the signature of a message that a backend received is right; it is counted as such.
  public func accepts(_ value: String, method: String, uriID: String, body: [UInt8]) throws -> Bool
  {
    let header = try SignatureHeader(parsing: value)
    guard let activation = activations[header.activationID], activation.state == .active else {
      return false
    }
    let base = header.signedData(
      method: method, uriId: uriID, body: body, applicationSecret: credentials.applicationSecret)
    return try isAccepted(header, base, activation)
  }

  /// Whether the code that somebody typed at the bank is right; its counter is used up then.
  public func accepts(
    offline code: String, base: SignedRequestData, factors: Factors, length: Int
  ) throws -> Bool {
    guard let (id, activation) = activations.first, activation.state == .active else {
      return false
    }
    let distance = try OfflineSignature.verify(
      code, base: base, keys: activation.keys.factorKeys, factors: factors,
      counter: activation.counter, length: length, lookAhead: Self.lookAhead)
    guard let distance else { return false }
    activations[id]?.counter = activation.counter.stepped(by: distance + 1)
    return true
  }

  /// What the server says in its own name, by the master key or the one for the only activation.
  public func sign(_ data: [UInt8], by key: ServerKey) -> [UInt8] {
    switch key {
    case .master: ServerSignature.sign(data, by: masterKey)
    case .personalized:
      activations.values.first.map { ServerSignature.sign(data, by: $0.serverKey) } ?? []
    }
  }

  /// Whether the only activation's device signed `data`.
  public func deviceSigned(_ signature: [UInt8], _ data: [UInt8], _ encoding: SignatureEncoding)
    -> Bool
  {
    devicePublicKey.map {
      DeviceSignature.isValid(signature, of: data, by: $0, encoding: encoding)
    } ?? false
  }

  /// The claims of a token that the only activation's device signed.
  public func claims(of jwt: String) throws -> JSONValue? {
    try devicePublicKey.map { try DeviceJWT.verify(jwt, by: $0) }
  }

  /// The key of the application's own that belongs to `index`.
  public func encryptionKey(index: UInt64) throws -> Secret? {
    try activations.values.first.map {
      try KeyDerivation.key(KeyIndex(rawValue: index), from: $0.keys.vault)
    }
  }

  private var devicePublicKey: PublicKey? { activations.values.first?.devicePublicKey }

  func unlockVault(_ request: ServerRequest) throws -> JSONValue {
    try sealed(request, .vaultUnlock) { header, plaintext, activation in
      guard
        header.factors == .possessionKnowledge
          || header.factors == .possessionBiometry && vault.takesBiometry
      else { throw Self.bad("ERR_SECURE_VAULT") }
      let asked: VaultUnlockRequest = try WireJSON.decode(from: plaintext)
      guard let reason = VaultUnlockRequest(reason: asked.reason)?.reason else {
        throw Self.bad("ERR_SECURE_VAULT")
      }
      vault.reasons.append(reason)
      return try WireJSON.encode(
        VaultUnlockResponse(
          vaultKey: vault.foreignKey ?? activation.keys.vault,
          transportKey: activation.keys.transport))
    }
  }

  func confirmRecovery(_ request: ServerRequest) throws -> JSONValue {
    try sealed(request, .recoveryConfirm) { header, plaintext, _ in
      guard header.factors == .possessionKnowledge else {
        throw Refusal(
          status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_SIGNATURE_TYPE_INVALID")
      }
      let asked: RecoveryConfirmRequest = try WireJSON.decode(from: plaintext)
      guard asked.recoveryCode == bank.newRecovery?.recoveryCode else {
        throw Refusal(
          status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_RECOVERY_CONFIRM_ERROR")
      }
      let isNew = vault.confirmedCodes.insert(asked.recoveryCode).inserted
      return try WireJSON.encode(RecoveryConfirmResponse(alreadyConfirmed: !isNew))
    }
  }

  /// A signed and encrypted request: the cryptogram is what was signed.
  private func sealed(
    _ request: ServerRequest, _ endpoint: Endpoint,
    _ work: (SignatureHeader, Secret, Activation) throws -> [UInt8]
  ) throws -> JSONValue {
    guard let purpose = endpoint.purpose, let uriID = endpoint.uriId else {
      throw Self.bad("ERR_ENCRYPTION")
    }
    let cryptogram: EciesRequest = try WireJSON.decode(from: request.body)
    let header = try SignatureHeader(parsing: request.header(SignatureHeader.name) ?? "")
    guard request.header(EncryptionHeader.name) == nil else { throw Self.bad("ERR_ENCRYPTION") }
    // A refused temporary key is found before the signature is looked at.
    let opener = try opener(cryptogram, header.activationID)
    return try verified(request, uriID: uriID) { header in
      guard let activation = activations[header.activationID] else { throw Self.unauthorized }
      var decryptor = EciesDecryptor(
        try EciesContext(
          version: header.version, credentials: credentials,
          scope: try scope(header.activationID), purpose: purpose,
          temporaryKeyID: cryptogram.temporaryKeyId),
        privateKey: opener)
      let plaintext = try decryptor.decrypt(cryptogram)
      let answer = try work(header, plaintext, activation)
      return try JSONValue(
        parsing: try WireJSON.encode(try decryptor.encrypt(answer, timestamp: now())))
    }
  }
}

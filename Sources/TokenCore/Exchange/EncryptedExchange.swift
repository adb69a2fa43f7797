import PowerAuth
import TokenModel

/// A request that is encrypted and not signed.
struct EncryptedCall: Sendable {
  let url: String
  let purpose: EciesPurpose
  /// For whose activation; nil in application scope.
  let activation: ActivationRecord?
  /// What proves who asks, where the endpoint wants proof.
  let token: AccessToken?

  init(
    _ endpoint: Endpoint, of server: ServerAddress, for activation: ActivationRecord? = nil,
    by token: AccessToken? = nil
  ) {
    url = server.url(endpoint.path)
    purpose = endpoint.purpose ?? (activation == nil ? .application : .activation)
    self.activation = activation
    self.token = token
  }
}

extension ProtocolVersion {
  /// Whether encryption is bound to the time, so that a wrong clock may be why it was refused.
  private var bindsTime: Bool {
    switch self {
    case .v3_0, .v3_1: false
    case .v3_2, .v3_3: true
    }
  }

  /// Whether anything of an encrypted request grows old: the time that it tells, or a temporary key.
  var encryptionAges: Bool { bindsTime || usesTemporaryKeys }
}

extension Token {
  /// Sends `body` encrypted and opens the answer; once more where only the protection had grown old.
  ///
  /// A failure means that there is nothing to wait for; what came of sending is the result.
  func exchangeEncrypted(
    _ call: EncryptedCall, body: [UInt8]
  ) async throws(TokenFailure) -> Result<Secret, ExchangeFault> {
    let result = try await sendEncrypted(call, body)
    guard case .failure(let fault) = result,
      renewsProtection(after: fault, of: call.activation?.activationID)
    else { return result }
    return try await sendEncrypted(call, body)
  }

  /// Forgets what may be why a server did not open a request; whether a second one may fare better.
  ///
  /// A request that was not opened was not carried out either.
  func renewsProtection(after fault: ExchangeFault, of activationID: String?) -> Bool {
    dropTemporaryKey(of: activationID)
    guard profile.version.encryptionAges, case .refusal(let refusal) = fault,
      refusal.concernsEncryption
    else { return false }
    serverClock.distrust()
    return true
  }

  private func sendEncrypted(
    _ call: EncryptedCall, _ body: [UInt8]
  ) async throws(TokenFailure) -> Result<Secret, ExchangeFault> {
    var sealed = try await seal(body, call.purpose, of: call.activation)
    var headers = [HeaderField(EncryptionHeader.name, sealed.header.value)]
    if let token = call.token { headers.append(header(of: token, at: try await serverTime())) }
    do throws(ExchangeFault) {
      return .success(try sealed.open(try await exchange(call.url, headers, body: sealed.body)))
    } catch {
      return .failure(error)
    }
  }
}

/// Decrypted answers, of which some come in an envelope and some do not.
enum OpenedAnswer {
  /// The object of an envelope that says OK.
  static func enveloped<Object: Codable & Sendable>(
    _ plaintext: Secret, _ type: Object.Type = Object.self
  ) throws(TokenFailure) -> Object {
    let envelope = try bare(plaintext, ResponseEnvelope<Object>.self)
    guard envelope.isOK, let object = envelope.responseObject else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    return object
  }

  /// The whole text as one object.
  static func bare<Object: Decodable>(
    _ plaintext: Secret, _ type: Object.Type = Object.self
  ) throws(TokenFailure) -> Object {
    guard let object = try? WireJSON.decode(Object.self, from: plaintext) else {
      throw .untrustedAnswer(.missing(member: ""))
    }
    return object
  }
}

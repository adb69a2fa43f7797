import PowerAuth
import TokenModel

extension Token {
  /// Exchanges keys with the server and keeps the activation in the same step.
  ///
  /// Refused while an activation is here. Nothing is kept of an exchange that fails.
  public func activate(
    _ request: ActivationRequest
  ) async throws(TokenFailure) -> LocalActivation {
    try ServerLimit.check(request.deviceName, .deviceName)
    try ServerLimit.check(request.otp ?? "", .otp)
    guard
      ActivationCodeSignature.isValid(
        request.code, by: profile.credentials.masterPublicKey) != false
    else { throw .foreignActivationCode }
    return try await alone { (token) async throws(TokenFailure) in
      guard try token.localActivation() == nil else { throw .alreadyActivated }
      try token.stored { () throws(StorageFault) in try token.store.prepare() }
      let record = try await token.exchangeKeys(request)
      let activation = StoredActivation(record: record, deviceName: request.deviceName)
      try token.stored { () throws(StorageFault) in try token.store.insert(activation) }
      return activation.local
    }
  }

  /// Once more when only the temporary key was refused: then the code is still unused.
  private func exchangeKeys(
    _ request: ActivationRequest
  ) async throws(TokenFailure) -> ActivationRecord {
    do throws(TokenFailure) {
      return try await tryToExchangeKeys(request)
    } catch {
      guard case .refused(let refusal) = error, refusal.concernsTemporaryKey else { throw error }
      return try await tryToExchangeKeys(request)
    }
  }

  private func tryToExchangeKeys(
    _ request: ActivationRequest
  ) async throws(TokenFailure) -> ActivationRecord {
    let key = try await temporaryKey(of: nil)
    // Servers call an expired key, too, an invalid activation: each try takes a fresh one.
    defer { dropTemporaryKey(of: nil) }
    let time = try await serverTime()
    var exchange = ActivationKeyExchange(
      credentials: profile.credentials, version: profile.version)
    let otp = request.otp.flatMap { $0.isEmpty ? nil : $0 }
    do {
      let cryptogram = try exchange.request(
        .code(request.code), device: device(named: request.deviceName), otp: otp,
        temporaryKey: key, timestamp: time)
      let answer = try await self.exchange(
        profile.server.url(Endpoint.activationCreate.path),
        [HeaderField(EncryptionHeader.name, exchange.header.value)],
        body: try WireJSON.encode(cryptogram))
      return try accepted(try answer.cryptogram(), by: &exchange, request.pin)
    } catch let fault as ExchangeFault {
      throw ErrorMeaning.activation(fault, otpSent: otp != nil)
    } catch let failure as TokenFailure {
      throw failure
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }

  /// An answer whose protection does not hold leaves the server with an activation, and us without.
  private func accepted(
    _ answer: EciesResponse, by exchange: inout ActivationKeyExchange, _ pin: PIN
  ) throws(TokenFailure) -> ActivationRecord {
    do {
      return try exchange.accept(answer, pin: pin.secret).record
    } catch {
      throw .activationOutcomeUnknown(.unusableAnswer(.protection))
    }
  }

  private func device(named name: String) -> DeviceDescription {
    DeviceDescription(
      name: name, platform: String(profile.platform.prefix(ServerLimit.characters)),
      info: String(profile.deviceInfo.prefix(ServerLimit.characters)))
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// Exchanges keys with the server and keeps the activation in the same step.
  ///
  /// Refused while an activation is here. Nothing is kept of an exchange that fails.
  public func activate(
    _ request: ActivationRequest
  ) async throws(TokenFailure) -> NewActivation {
    try ServerLimit.check(request.deviceName, .deviceName)
    try ServerLimit.check(request.otp ?? "", .otp)
    let identity = try identity(of: request.credential)
    return try await alone { (token) async throws(TokenFailure) in
      guard try token.localActivation() == nil else { throw .alreadyActivated }
      try token.stored { () throws(StorageFault) in try token.store.prepare() }
      let accepted = try await token.exchangeKeys(request, identity)
      let activation = StoredActivation(
        record: accepted.record, deviceName: request.deviceName)
      try token.stored { () throws(StorageFault) in try token.store.insert(activation) }
      return NewActivation(
        local: activation.local, recovery: accepted.recovery,
        customAttributes: accepted.customAttributes,
        userInfo: accepted.userInfo.map(UserInfo.init))
    }
  }

  /// Once more when only the temporary key was refused: then the code is still unused.
  private func exchangeKeys(
    _ request: ActivationRequest, _ identity: ActivationIdentity
  ) async throws(TokenFailure) -> AcceptedActivation {
    do throws(TokenFailure) {
      return try await tryToExchangeKeys(request, identity)
    } catch {
      guard case .refused(let refusal) = error, refusal.concernsTemporaryKey else { throw error }
      return try await tryToExchangeKeys(request, identity)
    }
  }

  private func tryToExchangeKeys(
    _ request: ActivationRequest, _ identity: ActivationIdentity
  ) async throws(TokenFailure) -> AcceptedActivation {
    let key = try await temporaryKey(of: nil)
    // Servers call an expired key, too, an invalid activation: each try takes a fresh one.
    defer { dropTemporaryKey(of: nil) }
    let time = try await serverTime()
    var exchange = ActivationKeyExchange(
      credentials: profile.credentials, version: profile.version)
    let otp = request.otp.flatMap { $0.isEmpty ? nil : $0 }
    do {
      let cryptogram = try exchange.request(
        identity, device: device(request), otp: otp,
        customAttributes: request.customAttributes, temporaryKey: key, timestamp: time)
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
  ) throws(TokenFailure) -> AcceptedActivation {
    do {
      return try exchange.accept(answer, pin: pin.secret)
    } catch {
      throw .activationOutcomeUnknown(.unusableAnswer(.protection))
    }
  }

  private func device(_ request: ActivationRequest) -> DeviceDescription {
    DeviceDescription(
      name: request.deviceName,
      platform: String(profile.platform.prefix(ServerLimit.characters)),
      info: String(profile.deviceInfo.prefix(ServerLimit.characters)), extras: request.extras)
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// Exchanges keys with the server by any of the credentials, and keeps the activation at once.
  ///
  /// Refused while an activation is here. Nothing is kept of an exchange that fails; what it takes
  /// is checked before anything is sent: name, one-time password (255 characters), extras (4000).
  public func activate(
    _ request: ActivationRequest
  ) async throws(TokenFailure) -> NewActivation {
    let identity = try checked(request)
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

  /// Everything that can be found without the server, so that no credential is used up in vain.
  private func checked(_ request: ActivationRequest) throws(TokenFailure) -> ActivationIdentity {
    try ServerLimit.check(request.deviceName, .deviceName)
    try ServerLimit.check(request.otp ?? "", .otp)
    try ServerLimit.check(request.extras ?? "", .extras, atMost: DeviceDescription.extrasLimit)
    try ServerLimit.check(attributes: request.customAttributes)
    return try identity(of: request.credential)
  }

  /// Once more when the server did not open the request: then the credential is still unused.
  private func exchangeKeys(
    _ request: ActivationRequest, _ identity: ActivationIdentity
  ) async throws(TokenFailure) -> AcceptedActivation {
    var result = try await tryToExchangeKeys(request, identity)
    if case .failure(let fault) = result, renewsProtection(after: fault, of: nil) {
      result = try await tryToExchangeKeys(request, identity)
    }
    switch result {
    case .success(let accepted): return accepted
    case .failure(let fault): throw request.meaning(of: fault)
    }
  }

  private func tryToExchangeKeys(
    _ request: ActivationRequest, _ identity: ActivationIdentity
  ) async throws(TokenFailure) -> Result<AcceptedActivation, ExchangeFault> {
    // Servers call an expired key, too, an invalid activation: each try takes a fresh one.
    dropTemporaryKey(of: nil)
    let key = try await temporaryKey(of: nil)
    let time = try await serverTime()
    var exchange = ActivationKeyExchange(
      credentials: profile.credentials, version: profile.version)
    let body: [UInt8]
    do {
      let cryptogram = try exchange.request(
        identity, device: device(request), otp: request.otpToSend,
        customAttributes: request.customAttributes, temporaryKey: key, timestamp: time)
      body = try WireJSON.encode(cryptogram)
    } catch {
      throw Self.failure(ofProtecting: error)
    }
    let answer: EciesResponse
    do throws(ExchangeFault) {
      answer = try await self.exchange(
        profile.server.url(Endpoint.activationCreate.path),
        [HeaderField(EncryptionHeader.name, exchange.header.value)], body: body
      ).cryptogram()
    } catch {
      return .failure(error)
    }
    return .success(try accepted(answer, by: &exchange, request.pin))
  }

  /// An answer whose protection does not hold leaves the server with an activation, and us without.
  private func accepted(
    _ answer: EciesResponse, by exchange: inout ActivationKeyExchange, _ pin: PIN
  ) throws(TokenFailure) -> AcceptedActivation {
    do {
      return try exchange.accept(answer, pin: pin.secret, externalKey: externalKey)
    } catch {
      throw .activationOutcomeUnknown(.unusableAnswer(.protection))
    }
  }

  private func device(_ request: ActivationRequest) -> DeviceDescription {
    DeviceDescription(
      name: request.deviceName, platform: String(profile.platform.prefix(ServerLimit.characters)),
      info: String(profile.deviceInfo.prefix(ServerLimit.characters)), extras: request.extras)
  }
}

extension ActivationRequest {
  /// An empty one is none.
  fileprivate var otpToSend: String? { otp.flatMap { $0.isEmpty ? nil : $0 } }

  fileprivate func meaning(of fault: ExchangeFault) -> TokenFailure {
    ErrorMeaning.activation(fault, otpSent: otpToSend != nil)
  }
}

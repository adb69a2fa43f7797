import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct ActivationTests {
  static let pin = Secret("1234".utf8)
  static let device = DeviceDescription(name: "My laptop", platform: "linux", info: "x86")
  let masterKey = PrivateKey.generate()
  let temporaryKey = PrivateKey.generate()

  var credentials: ApplicationCredentials {
    ApplicationCredentials(
      applicationKey: [UInt8](repeating: 1, count: 16),
      applicationSecret: [UInt8](repeating: 2, count: 16), masterPublicKey: masterKey.publicKey)
  }

  func temporary(_ version: ProtocolVersion) -> TemporaryKey? {
    guard version == .v3_3 else { return nil }
    return TemporaryKey(
      id: "t", publicKey: temporaryKey.publicKey, issuedAt: 0, expiresAt: 300_000)
  }

  func code() throws -> ActivationIdentity { .code(try ActivationCode(CodeTests.code)) }

  func request(
    _ exchange: inout ActivationKeyExchange, _ version: ProtocolVersion, otp: String? = nil
  ) throws -> EciesRequest {
    try exchange.request(
      code(), device: Self.device, otp: otp, temporaryKey: temporary(version), timestamp: 1)
  }

  func server(_ request: EciesRequest, _ version: ProtocolVersion) throws -> ServerActivation {
    try ServerActivation(
      opening: request, version: version, credentials: credentials,
      privateKey: version == .v3_3 ? temporaryKey : masterKey,
      temporaryKeyID: version == .v3_3 ? "t" : nil)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `both sides end with the same keys and counter`(version: ProtocolVersion) throws {
    var exchange = ActivationKeyExchange(credentials: credentials, version: version)
    var server = try server(request(&exchange, version, otp: "0815"), version)
    #expect(server.outer.type == .code)
    #expect(server.outer.identityAttributes == ["code": CodeTests.code])
    #expect(server.inner.activationName == "My laptop")
    #expect(server.inner.activationOtp == "0815")
    let (response, keys) = try server.respond(
      activationID: "a", timestamp: 2, customAttributes: ["colour": "blue"],
      userInfo: ["sub": "u"])
    let accepted = try exchange.accept(response, pin: Self.pin, iterations: 10_000)
    #expect(accepted.customAttributes == ["colour": "blue"])
    #expect(accepted.userInfo == ["sub": "u"])
    let record = accepted.record
    let derived = try keys.derived()
    #expect(record.activationID == "a")
    #expect(record.version == version)
    #expect(record.counter == keys.counter)
    #expect(record.possessionKey == derived.possession)
    #expect(record.transportKey == derived.transport)
    #expect(try record.knowledge.unwrap(pin: Self.pin) == derived.knowledge)
    let deviceKey = try DeviceKeyWrap.unwrap(
      record.wrappedDevicePrivateKey, vaultKey: derived.vault)
    #expect(deviceKey.publicKey == server.devicePublicKey)
    #expect(
      record.fingerprint
        == Fingerprint.compute(
          deviceKey: keys.devicePublicKey, serverKey: keys.serverKey.publicKey,
          activationID: "a"))
  }

  @Test func `the first signature of a new activation is accepted, a wrong PIN's is not`() throws {
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_3)
    var server = try server(request(&exchange, .v3_3), .v3_3)
    let (response, keys) = try server.respond(activationID: "a", timestamp: 2)
    let record = try exchange.accept(response, pin: Self.pin, iterations: 10_000).record
    for (pin, expected) in [("1234", 0), ("4321", nil)] as [(String, Int?)] {
      let header = try SignatureHeader(
        signing: [], uriId: "/x", activationID: "a", credentials: credentials,
        keys: record.factorKeys(pin: Secret(pin.utf8)), factors: .possessionKnowledge,
        counter: record.counter, version: .v3_3)
      let found = try OnlineSignature.verify(
        header,
        base: header.signedData(
          uriId: "/x", body: [], applicationSecret: credentials.applicationSecret),
        keys: keys.derived().factorKeys, counter: keys.counter)
      #expect(found == expected)
    }
  }

  @Test func `recovery data is locked away under the vault key`() throws {
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_1)
    var server = try server(request(&exchange, .v3_1), .v3_1)
    let recovery = ActivationRecovery(recoveryCode: CodeTests.code, puk: "0123456789")
    let (response, keys) = try server.respond(
      activationID: "a", timestamp: 2, recovery: recovery)
    let record = try exchange.accept(response, pin: Self.pin, iterations: 10_000).record
    let wrapped = try #require(record.wrappedRecovery)
    #expect(try RecoveryWrap.unwrap(wrapped, vaultKey: keys.derived().vault) == recovery)
  }

  @Test func `one exchange makes one request and accepts one response`() throws {
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_3)
    #expect(throws: ActivationKeyExchange.Fault.outOfOrder) {
      try exchange.accept(EciesResponse(encryptedData: "", mac: ""), pin: Self.pin)
    }
    var server = try server(request(&exchange, .v3_3), .v3_3)
    #expect(throws: ActivationKeyExchange.Fault.outOfOrder) { try request(&exchange, .v3_3) }
    let (response, _) = try server.respond(activationID: "a", timestamp: 2)
    let spoiled = EciesResponse(
      encryptedData: response.encryptedData, mac: "", nonce: response.nonce,
      timestamp: response.timestamp)
    #expect(throws: EciesError.refused) { try exchange.accept(spoiled, pin: Self.pin) }
    #expect(throws: ActivationKeyExchange.Fault.outOfOrder) {
      try exchange.accept(response, pin: Self.pin)
    }
  }

  @Test func `a server refuses what another key encrypted`() throws {
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_2)
    let request = try request(&exchange, .v3_2)
    #expect(throws: ServerActivation.Refused()) {
      try ServerActivation(
        opening: request, version: .v3_2, credentials: credentials, privateKey: temporaryKey)
    }
    #expect(throws: ServerActivation.Refused()) {
      try ServerActivation(
        opening: request, version: .v3_1, credentials: credentials, privateKey: masterKey)
    }
  }
}

@Suite struct ActivationIdentityTests {
  let masterKey = PrivateKey.generate()

  func request(
    _ identity: ActivationIdentity, device: DeviceDescription = ActivationTests.device,
    otp: String? = nil
  ) throws -> ActivationLayer1Request {
    let credentials = ApplicationCredentials(
      applicationKey: [1], applicationSecret: [2], masterPublicKey: masterKey.publicKey)
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_2)
    let request = try exchange.request(
      identity, device: device, otp: otp, temporaryKey: nil, timestamp: 1)
    return try ServerActivation(
      opening: request, version: .v3_2, credentials: credentials, privateKey: masterKey
    ).outer
  }

  @Test func `each variant has its type and attributes`() throws {
    let recovery = try request(.recovery(RecoveryCode("R:" + CodeTests.code), puk: "0123456789"))
    #expect(recovery.type == .recovery)
    #expect(
      recovery.identityAttributes == ["recoveryCode": CodeTests.code, "puk": "0123456789"])
    let custom = try request(.custom(["user": "u"]))
    #expect(custom.type == .custom)
    #expect(custom.identityAttributes == ["user": "u"])
    let oidc = try request(.oidc(providerID: "p", code: "c", nonce: "n", codeVerifier: nil))
    #expect(oidc.type == .direct)
    #expect(
      oidc.identityAttributes
        == ["method": "oidc", "providerId": "p", "code": "c", "nonce": "n"])
  }

  @Test func `a code signed by another key is refused before anything is sent`() throws {
    let bare = try ActivationCode(CodeTests.code)
    for (signer, isGood) in [(masterKey, true), (PrivateKey.generate(), false)] {
      let signature = Base64.encode(ActivationCodeSignature.sign(bare, by: signer))
      let code = try ActivationCode("\(CodeTests.code)#\(signature)")
      if isGood {
        #expect(try request(.code(code)).identityAttributes == ["code": CodeTests.code])
      } else {
        #expect(throws: ActivationIdentity.Fault.codeSignature) { try request(.code(code)) }
      }
    }
  }

  @Test func `an incomplete identity is refused`() throws {
    let code = try RecoveryCode(CodeTests.code)
    #expect(throws: ActivationIdentity.Fault.pukFormat) {
      try request(.recovery(code, puk: "1"))
    }
    #expect(throws: ActivationIdentity.Fault.noCredentials) { try request(.custom([:])) }
    #expect(throws: ActivationIdentity.Fault.emptyAttribute("nonce")) {
      try request(.oidc(providerID: "p", code: "c", nonce: "", codeVerifier: "v"))
    }
  }

  @Test func `what the server would find too long is refused`() throws {
    let limit = String(repeating: "x", count: 255)
    let device = DeviceDescription(name: limit, platform: limit, info: limit)
    let custom = ActivationIdentity.custom(["user": "u"])
    #expect(throws: Never.self) { try request(custom, device: device, otp: limit) }
    #expect(throws: DeviceDescription.TooLong(field: "otp", limit: 255)) {
      try request(custom, otp: limit + "x")
    }
    let long = DeviceDescription(name: limit + "x", platform: "", info: "")
    #expect(throws: DeviceDescription.TooLong(field: "name", limit: 255)) {
      try request(custom, device: long)
    }
  }
}

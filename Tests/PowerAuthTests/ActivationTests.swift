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
    #expect(try RecoveryWrap.unwrap(wrapped, vaultKey: keys.derived().vault) == recovery.codes)
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

  @Test(arguments: ["", "1", "012345678", "01234567890", "01234 6789", "٠١٢٣٤٥٦٧٨٩"])
  func `a PUK that is not ten digits is refused by name`(puk: String) throws {
    let code = try RecoveryCode(CodeTests.code)
    #expect(throws: ActivationIdentity.Fault.pukFormat) {
      try request(.recovery(code, puk: puk))
    }
  }

  @Test func `credentials of no name at all are refused`() {
    #expect(throws: ActivationIdentity.Fault.noCredentials) { try request(.custom([:])) }
  }

  @Test(arguments: ["providerId", "code", "nonce", "codeVerifier"])
  func `a sign-in that lacks something is refused by the name of what it lacks`(
    empty: String
  ) throws {
    func value(_ name: String) -> String { name == empty ? "" : name }
    let identity = ActivationIdentity.oidc(
      providerID: value("providerId"), code: value("code"), nonce: value("nonce"),
      codeVerifier: value("codeVerifier"))
    #expect(throws: ActivationIdentity.Fault.emptyAttribute(empty)) { try request(identity) }
  }

  @Test func `custom attributes reach the outer layer, and nothing stands in for none`() throws {
    let credentials = ApplicationCredentials(
      applicationKey: [1], applicationSecret: [2], masterPublicKey: masterKey.publicKey)
    for attributes in [nil, ["colour": "blue", "level": 3, "deep": ["a": [true]]]]
      as [[String: JSONValue]?]
    {
      var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_2)
      let request = try exchange.request(
        .custom(["user": "u"]), device: ActivationTests.device, customAttributes: attributes,
        temporaryKey: nil, timestamp: 1)
      let server = try ServerActivation(
        opening: request, version: .v3_2, credentials: credentials, privateKey: masterKey)
      #expect(server.outer.customAttributes == attributes)
    }
  }

  /// Lengths count as Java counts them: an emoji is two.
  @Test(arguments: [
    ("name", 255), ("platform", 255), ("deviceInfo", 255), ("otp", 255), ("extras", 4000),
  ])
  func `what the server would find too long is refused by name`(field: String, limit: Int) {
    func send(_ value: String) throws {
      func text(_ name: String) -> String { name == field ? value : "" }
      let device = DeviceDescription(
        name: text("name"), platform: text("platform"), info: text("deviceInfo"),
        extras: text("extras"))
      _ = try request(.custom(["user": "u"]), device: device, otp: text("otp"))
    }
    let longest = String(repeating: "x", count: limit - 2) + "🔑"
    #expect(throws: Never.self) { try send(longest) }
    #expect(throws: DeviceDescription.TooLong(field: field, limit: limit)) {
      try send(longest + "x")
    }
  }
}

@Suite struct ActivationResponseTests {
  static let good = ActivationLayer2Response(
    activationId: "a", serverPublicKey: Base64.encode(PrivateKey.generate().publicKey.compressed),
    ctrData: Base64.encode([UInt8](repeating: 1, count: 16)))

  /// The outcome of an exchange whose server answers with this inner layer.
  func accept(_ inner: ActivationLayer2Response) throws -> ActivationRecord {
    let masterKey = PrivateKey.generate()
    let credentials = ApplicationCredentials(
      applicationKey: [1], applicationSecret: [2], masterPublicKey: masterKey.publicKey)
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_1)
    let request = try exchange.request(
      .custom(["user": "u"]), device: ActivationTests.device, temporaryKey: nil, timestamp: 1)
    func decryptor(_ purpose: EciesPurpose) throws -> EciesDecryptor {
      EciesDecryptor(
        try EciesContext(
          version: .v3_1, credentials: credentials, scope: .application, purpose: purpose),
        privateKey: masterKey)
    }
    var layer1 = try decryptor(.application)
    var layer2 = try decryptor(.activationLayer2)
    let outer: ActivationLayer1Request = try WireJSON.decode(from: layer1.decrypt(request))
    _ = try layer2.decrypt(outer.activationData)
    let sealed = ActivationLayer1Response(
      activationData: try layer2.encrypt(WireJSON.encode(inner), timestamp: 2))
    let response = try layer1.encrypt(WireJSON.encode(sealed), timestamp: 2)
    return try exchange.accept(response, pin: ActivationTests.pin, iterations: 10_000).record
  }

  @Test func `the layer that the other rows spoil is accepted`() throws {
    #expect(try accept(Self.good).activationID == "a")
  }

  @Test(arguments: [
    "", "?", Base64.encode([0]), Base64.encode([2] + [UInt8](repeating: 0xff, count: 32)),
    Base64.encode([4] + [UInt8](repeating: 1, count: 64)),
    Base64.encode([5] + [UInt8](repeating: 1, count: 32)),
  ])
  func `a server key off the curve or at infinity leaves nothing`(point: String) {
    let inner = ActivationLayer2Response(
      activationId: "a", serverPublicKey: point, ctrData: Self.good.ctrData)
    #expect(throws: ActivationKeyExchange.Fault.invalidResponse) { try accept(inner) }
  }

  @Test(arguments: [("", 16), ("a\"b", 16), ("a", 15), ("a", 17), ("a", 0)])
  func `an unusable identifier or counter leaves nothing`(id: String, counterSize: Int) {
    let inner = ActivationLayer2Response(
      activationId: id, serverPublicKey: Self.good.serverPublicKey,
      ctrData: Base64.encode([UInt8](repeating: 1, count: counterSize)))
    #expect(throws: ActivationKeyExchange.Fault.invalidResponse) { try accept(inner) }
  }

  @Test(arguments: [
    ("AAAAA-AAAAA-AAAAA-AAAAQ", "0123456789"), (CodeTests.code, "012345678"),
    ("R:" + CodeTests.code, "0123456789"), ("", "0123456789"),
  ])
  func `recovery data that could never be used leaves nothing`(code: String, puk: String) {
    let inner = ActivationLayer2Response(
      activationId: "a", serverPublicKey: Self.good.serverPublicKey, ctrData: Self.good.ctrData,
      activationRecovery: ActivationRecovery(recoveryCode: code, puk: puk))
    #expect(throws: ActivationKeyExchange.Fault.invalidResponse) { try accept(inner) }
  }

  @Test(arguments: [0, 15, 17])
  func `an external key of another length accepts nothing`(size: Int) throws {
    let credentials = ApplicationCredentials(
      applicationKey: [1], applicationSecret: [2],
      masterPublicKey: PrivateKey.generate().publicKey)
    var exchange = ActivationKeyExchange(credentials: credentials, version: .v3_1)
    _ = try exchange.request(
      .custom(["user": "u"]), device: ActivationTests.device, temporaryKey: nil, timestamp: 1)
    #expect(throws: ExternalKeyFault.wrongLength(size)) {
      try exchange.accept(
        EciesResponse(encryptedData: "", mac: ""), pin: ActivationTests.pin,
        externalKey: SecureRandom.secret(size))
    }
  }
}

import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@Suite struct EciesTests {
  static let scopes: [EciesScope] = [
    .application, .activation(id: "a", transportKey: Secret([UInt8](repeating: 5, count: 16))),
  ]
  let serverKey = PrivateKey.generate()
  let plaintext = Array("plain text".utf8)

  func context(
    _ version: ProtocolVersion, _ scope: EciesScope = .application,
    purpose: EciesPurpose = .application, secret: String = "secret", temporaryKeyID: String = "t"
  ) throws -> EciesContext {
    try EciesContext(
      version: version, applicationKey: "key", applicationSecret: secret, scope: scope,
      purpose: purpose, temporaryKeyID: version == .v3_3 ? temporaryKeyID : nil)
  }

  func exchange(
    _ version: ProtocolVersion, _ scope: EciesScope = .application
  ) throws -> (EciesEncryptor, EciesDecryptor) {
    let context = try context(version, scope)
    return (
      EciesEncryptor(context, serverKey: serverKey.publicKey),
      EciesDecryptor(context, privateKey: serverKey)
    )
  }

  @Test(arguments: ProtocolVersion.allCases, scopes)
  func `a request and its response arrive`(version: ProtocolVersion, scope: EciesScope) throws {
    var (encryptor, decryptor) = try exchange(version, scope)
    let request = try encryptor.encrypt(plaintext, timestamp: 1)
    #expect(try decryptor.decrypt(request) == Secret(plaintext))
    let response = try decryptor.encrypt([1, 2, 3], timestamp: 2)
    #expect(try encryptor.decrypt(response) == Secret([1, 2, 3]))
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `messages carry the fields of their version and no others`(
    version: ProtocolVersion
  ) throws {
    var (encryptor, decryptor) = try exchange(version)
    let request = try encryptor.encrypt(plaintext, timestamp: 7)
    _ = try decryptor.decrypt(request)
    let response = try decryptor.encrypt([], timestamp: 8)
    #expect((request.nonce != nil) == (version != .v3_0))
    #expect((request.temporaryKeyId != nil) == (version == .v3_3))
    let isTimed = version == .v3_2 || version == .v3_3
    #expect(request.timestamp == (isTimed ? 7 : nil))
    #expect(response.timestamp == (isTimed ? 8 : nil))
    #expect((response.nonce != nil) == isTimed)
    #expect(response.nonce == nil || response.nonce != request.nonce)
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `any field changed, missing or foreign is refused alike`(
    version: ProtocolVersion
  ) throws {
    var (encryptor, _) = try exchange(version)
    let request = try encryptor.encrypt(plaintext, timestamp: 7)
    for spoiled in Spoiled.all(request) where spoiled != request {
      var (_, decryptor) = try exchange(version)
      #expect(throws: EciesError.refused, "\(spoiled)") { try decryptor.decrypt(spoiled) }
    }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `a response changed on the way is refused alike`(version: ProtocolVersion) throws {
    var (encryptor, decryptor) = try exchange(version)
    _ = try decryptor.decrypt(try encryptor.encrypt(plaintext, timestamp: 7))
    let response = try decryptor.encrypt(plaintext, timestamp: 8)
    for spoiled in Spoiled.all(response) where spoiled != response {
      var copy = encryptor
      #expect(throws: EciesError.refused, "\(spoiled)") { try copy.decrypt(spoiled) }
    }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `another key, purpose, secret or scope opens nothing`(version: ProtocolVersion) throws {
    var (encryptor, _) = try exchange(version)
    let request = try encryptor.encrypt(plaintext, timestamp: 7)
    let others = [
      EciesDecryptor(try context(version), privateKey: .generate()),
      EciesDecryptor(try context(version, purpose: .upgrade), privateKey: serverKey),
      EciesDecryptor(try context(version, secret: "other"), privateKey: serverKey),
      EciesDecryptor(try context(version, Self.scopes[1]), privateKey: serverKey),
    ]
    for var other in others {
      #expect(throws: EciesError.refused) { try other.decrypt(request) }
    }
  }

  @Test func `the response to another request is refused`() throws {
    var (first, server) = try exchange(.v3_3)
    var (second, _) = try exchange(.v3_3)
    _ = try server.decrypt(try first.encrypt(plaintext, timestamp: 1))
    _ = try second.encrypt(plaintext, timestamp: 1)
    let response = try server.encrypt(plaintext, timestamp: 2)
    #expect(throws: EciesError.refused) { try second.decrypt(response) }
  }

  @Test func `one exchange is one request and one response`() throws {
    var (encryptor, decryptor) = try exchange(.v3_3)
    #expect(throws: EciesError.outOfOrder) {
      try encryptor.decrypt(EciesResponse(encryptedData: "", mac: ""))
    }
    #expect(throws: EciesError.outOfOrder) { try decryptor.encrypt([], timestamp: 1) }
    let request = try encryptor.encrypt(plaintext, timestamp: 1)
    #expect(throws: EciesError.outOfOrder) { try encryptor.encrypt([], timestamp: 1) }
    _ = try decryptor.decrypt(request)
    #expect(throws: EciesError.outOfOrder) { try decryptor.decrypt(request) }
    let response = try decryptor.encrypt([], timestamp: 1)
    #expect(throws: EciesError.outOfOrder) { try decryptor.encrypt([], timestamp: 1) }
    _ = try encryptor.decrypt(response)
    #expect(throws: EciesError.outOfOrder) { try encryptor.decrypt(response) }
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `only 3.3 has temporary keys, and it must`(version: ProtocolVersion) {
    #expect(throws: EciesError.temporaryKey) {
      try EciesContext(
        version: version, applicationKey: "k", applicationSecret: "s", scope: .application,
        purpose: .application, temporaryKeyID: version == .v3_3 ? nil : "t")
    }
  }

  @Test func `absent fields are left out, and explicit nulls are read as absent`() throws {
    let response = EciesResponse(encryptedData: "a/b", mac: "c")
    let text = String(decoding: try WireJSON.encode(response), as: UTF8.self)
    #expect(text == #"{"encryptedData":"a/b","mac":"c"}"#)
    let nulls = #"{"encryptedData":"a/b","mac":"c","nonce":null,"timestamp":null,"other":1}"#
    #expect(try WireJSON.decode(from: Array(nulls.utf8)) == response)
  }
}

/// Messages of which one field at a time is damaged, dropped or added.
private enum Spoiled {
  static let otherBytes = Base64.encode([UInt8](repeating: 9, count: 16))

  static func all(_ good: EciesRequest) -> [EciesRequest] {
    func with(
      temporaryKeyId: String?? = nil, ephemeralPublicKey: String? = nil,
      encryptedData: String? = nil, mac: String? = nil, nonce: String?? = nil,
      timestamp: Int64?? = nil
    ) -> EciesRequest {
      EciesRequest(
        temporaryKeyId: temporaryKeyId ?? good.temporaryKeyId,
        ephemeralPublicKey: ephemeralPublicKey ?? good.ephemeralPublicKey,
        encryptedData: encryptedData ?? good.encryptedData, mac: mac ?? good.mac,
        nonce: nonce ?? good.nonce, timestamp: timestamp ?? good.timestamp)
    }
    let otherPoint = Base64.encode(PrivateKey.generate().publicKey.compressed)
    return [
      with(temporaryKeyId: .some(nil)), with(temporaryKeyId: "other"),
      with(ephemeralPublicKey: ""), with(ephemeralPublicKey: otherPoint),
      with(ephemeralPublicKey: otherBytes), with(encryptedData: ""),
      with(encryptedData: otherBytes), with(encryptedData: "?"), with(mac: ""),
      with(mac: otherBytes), with(nonce: .some(nil)), with(nonce: otherBytes), with(nonce: "AA=="),
      with(timestamp: .some(nil)), with(timestamp: 8),
    ]
  }

  static func all(_ good: EciesResponse) -> [EciesResponse] {
    func with(
      encryptedData: String? = nil, mac: String? = nil, nonce: String?? = nil,
      timestamp: Int64?? = nil
    ) -> EciesResponse {
      EciesResponse(
        encryptedData: encryptedData ?? good.encryptedData, mac: mac ?? good.mac,
        nonce: nonce ?? good.nonce, timestamp: timestamp ?? good.timestamp)
    }
    return [
      with(encryptedData: ""), with(encryptedData: otherBytes), with(mac: ""),
      with(mac: otherBytes), with(nonce: .some(nil)), with(nonce: otherBytes), with(nonce: "AA=="),
      with(timestamp: .some(nil)), with(timestamp: 9),
    ]
  }
}

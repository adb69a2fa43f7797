import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

@testable import Sandbox

/// How a bank's own server checks what devices signed, and signs itself.
@Suite struct CloudSignatureTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @Test(
    arguments: ProtocolVersion.allCases,
    [
      Factors.possession, .knowledge, .biometry, .possessionKnowledge, .possessionBiometry,
      .possessionKnowledgeBiometry,
    ])
  func `a signed body is recognized with any factors`(
    version: ProtocolVersion, factors: Factors
  ) async throws {
    let device = try await TestDevice.active(bank, version)
    try await device.addBiometry()
    let body = Array(#"{"login":true}"#.utf8)
    let header = try device.sign(body, uriID: "/mobile/login", factors)
    let answer = try await verify(header.value, body: body).object()
    #expect(answer["signatureValid"] == true)
    #expect(try answer.text("userId") == "alice")
    #expect(try answer.text("registrationId") == device.record.activationID)
    #expect(try answer.text("registrationStatus") == "ACTIVE")
    #expect(try answer.text("signatureType") == factors.rawValue.uppercased())
    #expect(try answer.integer("remainingAttempts") == 5)
    #expect(try await verify(header.value, body: body).object()["signatureValid"] == false)
  }

  @Test func `failures count to the block`() async throws {
    let device = try await TestDevice.active(bank)
    for left in [4, 3, 2, 1, 0] {
      let header = try device.sign([1], uriID: "/mobile/login", pin: TestDevice.wrongPIN)
      let answer = try await verify(header.value, body: [1]).object()
      #expect(answer["signatureValid"] == false)
      #expect(try answer.integer("remainingAttempts") == left)
    }
    let header = try device.sign([1], uriID: "/mobile/login")
    let answer = try await verify(header.value, body: [1]).object()
    #expect(try answer.text("registrationStatus") == "BLOCKED")
    #expect(try answer.text("blockedReason") == "MAX_FAILED_ATTEMPTS")
  }

  @Test func `an unknown registration is one that was removed`() async throws {
    let device = try await TestDevice.active(bank)
    let header = try device.sign([1], uriID: "/mobile/login").value
      .replacing(device.record.activationID, with: "nobody")
    let answer = try await verify(header, body: [1]).object()
    #expect(answer["signatureValid"] == false)
    #expect(try answer.text("registrationStatus") == "REMOVED")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `signed parameters are recognized in any order`(version: ProtocolVersion) async throws {
    let device = try await TestDevice.active(bank, version)
    let query = "name=%C5%BDan%C3%A1+%26+syn&page=2&empty="
    let canonical = try #require(SignedRequestData.canonicalQuery(query))
    let header = try device.sign(
      Array(canonical.utf8), uriID: "/mobile/list", .possession, method: "GET")
    let answer = try await bank.cloud(
      "POST", "signature/verify",
      [
        "method": "GET", "uriId": "/mobile/list", "authHeader": .string(header.value),
        "queryParams": ["page": "2", "empty": "", "name": "Žaná & syn"],
      ]
    ).object()
    #expect(answer["signatureValid"] == true)
  }

  @Test(
    arguments: [
      ([:], "400 ERROR_REQUEST"), (["method": "PATCH"], "400 ERROR_REQUEST"),
      (["method": "POST"], "400 ERROR_REQUEST"),
      (["method": "POST", "uriId": "/a"], "400 ERROR_SIGNATURE_INVALID"),
      (
        ["method": "POST", "uriId": "/a", "authHeader": "PowerAuth a=\"b\""],
        "400 ERROR_SIGNATURE_INVALID"
      ),
    ] as [(JSONValue, String)])
  func `a request that cannot be checked is refused`(body: JSONValue, verdict: String) async {
    #expect(await bank.cloud("POST", "signature/verify", body).verdict == verdict)
  }

  // MARK: - Offline

  @Test(arguments: [4, 6, 8])
  func `digits read off a token are recognized once`(length: Int) async throws {
    let device = try await TestDevice.active(bank)
    let id = device.record.activationID
    let payload = try await bank.cloud(
      "POST", "signature/offline", ["registrationId": .string(id), "data": "line 1\nline 2"]
    ).object()
    let text = try payload.text("offlineData")
    let seal = try #require(text.split(separator: "\n").last)
    #expect(seal.first == "1")
    #expect(
      ServerSignature.isValid(
        try #require(Base64.decode(String(seal.dropFirst()))),
        of: Array(text.utf8.dropLast(seal.utf8.count - 1)), by: device.record.serverPublicKey))
    let nonce = try payload.text("nonce")
    let digits = try OfflineSignature.compute(
      base: SignedRequestData(
        offlineUriId: "/operation/authorize/offline",
        nonce: #require(Base64.decode(nonce)), body: Array("line 1\nline 2".utf8)),
      keys: device.keys(), factors: .possessionKnowledge, counter: device.record.counter,
      length: length)
    func isValid(_ digits: String) async throws -> Bool? {
      try await bank.cloud(
        "POST", "signature/offline/verify",
        [
          "registrationId": .string(id), "uriId": "/operation/authorize/offline",
          "nonce": .string(nonce), "data": "line 1\nline 2", "signature": .string(digits),
          "componentLength": .number(.init(length)),
        ]
      ).object()["signatureValid"]?.bool
    }
    #expect(try await isValid(digits) == true)
    #expect(try await isValid(digits) == false)
    #expect(try await device.status().failedAttempts == 1)
  }

  @Test func `offline biometry is taken only where it is allowed`() async throws {
    let device = try await TestDevice.active(bank)
    try await device.addBiometry()
    func verify(_ allowed: Bool) async throws -> JSONValue {
      let nonce = SecureRandom.bytes(SignedRequestData.nonceSize)
      let digits = try OfflineSignature.compute(
        base: SignedRequestData(offlineUriId: "/a", nonce: nonce, body: Array("x".utf8)),
        keys: device.keys(), factors: .possessionBiometry, counter: device.record.counter)
      device.record.counter = device.record.counter.stepped()
      return try await bank.cloud(
        "POST", "signature/offline/verify",
        [
          "registrationId": .string(device.record.activationID), "uriId": "/a",
          "nonce": .string(Base64.encode(nonce)), "data": "x", "signature": .string(digits),
          "allowBiometry": .bool(allowed),
        ]
      ).object()
    }
    #expect(try await verify(false)["signatureValid"] == false)
    let answer = try await verify(true)
    #expect(answer["signatureValid"] == true)
    #expect(try answer.text("signatureType") == "POSSESSION_BIOMETRY")
  }

  // MARK: - Keys used directly

  @Test(arguments: [("der", SignatureEncoding.der), ("raw", .raw)])
  func `the device's own key is recognized`(
    format: String, encoding: SignatureEncoding
  ) async throws {
    let device = try await TestDevice.active(bank)
    let key = try await device.vault(.signWithDevicePrivateKey).deviceKey()
    let signature = DeviceSignature.sign([1, 2], by: key, encoding: encoding)
    for (data, verdict) in [([1, 2], true), ([1], false)] as [([UInt8], Bool)] {
      let answer = try await verifyDevice(
        device,
        [
          "data": .string(Base64.encode(data)), "format": .string(format),
          "signature": .string(Base64.encode(signature)),
        ])
      #expect(answer["signatureValid"]?.bool == verdict)
    }
  }

  @Test func `a token that the device signed is read`() async throws {
    let device = try await TestDevice.active(bank)
    let key = try await device.vault(.signWithDevicePrivateKey).deviceKey()
    let claims: JSONValue = ["sub": "alice", "number": 7]
    let jwt = try DeviceJWT.sign(claims, by: key)
    let answer = try await verifyDevice(device, ["jwt": .string(jwt)])
    #expect(answer["signatureValid"] == true)
    #expect(answer["claims"] == claims)
    let forged = try await verifyDevice(
      device, ["jwt": .string(try DeviceJWT.sign(claims, by: .generate()))])
    #expect(forged["signatureValid"] == false)
    #expect(forged["claims"] == nil)
  }

  @Test func `the bank signs with its master key, or with a device's server key`()
    async throws
  {
    let device = try await TestDevice.active(bank)
    func signature(_ extra: [String: JSONValue]) async throws -> [UInt8] {
      let body = extra.merging(["data": .string(Base64.encode([1, 2, 3]))]) { own, _ in own }
      let answer = try await bank.cloud("POST", "signature/server", .object(body)).object()
      return try #require(Base64.decode(answer.text("signature")))
    }
    let master = try await signature([:])
    #expect(bank.sandbox.credentials.masterPublicKey.isValid(master, for: [1, 2, 3]))
    let personal = try await signature(["registrationId": .string(device.record.activationID)])
    #expect(device.record.serverPublicKey.isValid(personal, for: [1, 2, 3]))
    #expect(!device.record.serverPublicKey.isValid(master, for: [1, 2, 3]))
    #expect(
      await bank.cloud("POST", "signature/server", ["registrationId": "none"]).verdict
        == "400 ERROR_REGISTRATION_NOT_FOUND")
  }

  // MARK: - Support

  private func verifyDevice(
    _ device: TestDevice, _ members: [String: JSONValue]
  ) async throws -> JSONValue {
    let body = members.merging(["registrationId": .string(device.record.activationID)]) { own, _ in
      own
    }
    return try await bank.cloud("POST", "signature/device/verify", .object(body)).object()
  }

  private func verify(_ header: String, body: [UInt8]) async -> SandboxResponse {
    await bank.cloud(
      "POST", "signature/verify",
      [
        "method": "POST", "uriId": "/mobile/login", "authHeader": .string(header),
        "requestBody": .string(Base64.encode(body)),
      ])
  }
}

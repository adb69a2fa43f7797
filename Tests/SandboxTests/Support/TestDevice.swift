import PowerAuth
import PowerAuthCrypto
import TokenModel

@testable import Sandbox

/// A token's protocol without its comforts: each call does exactly what it says, once.
final class TestDevice {
  static let pin = Secret(Array("2468".utf8))
  static let wrongPIN = Secret(Array("1357".utf8))
  static let device = DeviceDescription(name: "Test", platform: "Linux", info: "x86")

  let bank: TestBank
  let version: ProtocolVersion
  /// What the key exchange brought.
  let accepted: AcceptedActivation
  var record: ActivationRecord
  var token: AccessToken?
  /// What the platform keeps of biometry; nil until it is set up.
  var biometryUnlockKey: Secret?

  private init(_ bank: TestBank, _ version: ProtocolVersion, _ accepted: AcceptedActivation) {
    self.bank = bank
    self.version = version
    self.accepted = accepted
    record = accepted.record
  }

  /// A device whose registration is ACTIVE.
  static func active(
    _ bank: TestBank, _ version: ProtocolVersion = .v3_3, userID: String = "alice"
  ) async throws -> TestDevice {
    let (id, code) = try await bank.register(userID: userID)
    let device = try await activated(bank, code, version)
    await bank.commit(id)
    return device
  }

  /// A device after the key exchange; throws `Absent` when the server refuses.
  static func activated(
    _ bank: TestBank, _ code: ActivationCode, _ version: ProtocolVersion = .v3_3,
    otp: String? = nil
  ) async throws -> TestDevice {
    try await activated(bank, by: .code(code), version, otp: otp)
  }

  /// The same by any right.
  static func activated(
    _ bank: TestBank, by identity: ActivationIdentity, _ version: ProtocolVersion = .v3_3,
    device: DeviceDescription = device, otp: String? = nil,
    customAttributes: [String: JSONValue]? = nil
  ) async throws -> TestDevice {
    var exchange = ActivationKeyExchange(
      credentials: bank.sandbox.credentials, version: version)
    let answer = try await send(
      &exchange, bank, by: identity, version, device: device, otp: otp,
      customAttributes: customAttributes
    ).object()
    let response: EciesResponse = try WireJSON.decode(from: answer.bytes())
    let accepted = try exchange.accept(
      response, pin: pin, iterations: PBKDF2.minimumIterations)
    return TestDevice(bank, version, accepted)
  }

  /// The first half of the key exchange.
  static func send(
    _ exchange: inout ActivationKeyExchange, _ bank: TestBank, _ code: ActivationCode,
    _ version: ProtocolVersion, otp: String? = nil
  ) async throws -> SandboxResponse {
    try await send(&exchange, bank, by: .code(code), version, otp: otp)
  }

  /// The same by any right.
  static func send(
    _ exchange: inout ActivationKeyExchange, _ bank: TestBank, by identity: ActivationIdentity,
    _ version: ProtocolVersion, device: DeviceDescription = device, otp: String? = nil,
    customAttributes: [String: JSONValue]? = nil
  ) async throws -> SandboxResponse {
    let key = try await temporaryKey(
      bank, version, .application, signer: bank.sandbox.credentials.masterPublicKey)
    let request = try exchange.request(
      identity, device: device, otp: otp, customAttributes: customAttributes, temporaryKey: key,
      timestamp: bank.milliseconds)
    return await bank.mobile(
      Endpoint.activationCreate.path, try WireJSON.encode(request),
      headers: [(EncryptionHeader.name, exchange.header.value)])
  }

  /// What the server says to such an activation, as `400 ERR_ACTIVATION`.
  static func verdict(
    _ bank: TestBank, by identity: ActivationIdentity, _ version: ProtocolVersion = .v3_3,
    otp: String? = nil
  ) async throws -> String {
    var exchange = ActivationKeyExchange(
      credentials: bank.sandbox.credentials, version: version)
    return try await send(&exchange, bank, by: identity, version, otp: otp).verdict
  }

  /// Nil before 3.3.
  static func temporaryKey(
    _ bank: TestBank, _ version: ProtocolVersion, _ scope: EciesScope, signer: PublicKey
  ) async throws -> TemporaryKey? {
    guard version == .v3_3 else { return nil }
    let credentials = bank.sandbox.credentials
    let request = TemporaryKeyRequest(
      applicationKey: credentials.applicationKey, activationID: scope.activationID)
    let body = RequestEnvelope(KeystoreMessage(jwt: try request.jwt(credentials, scope)))
    let answer = try await bank.mobile(
      Endpoint.keystoreCreate.path, try WireJSON.encode(body)
    ).object()
    return try request.accept(answer.object("responseObject").text("jwt"), signer: signer)
  }

  func temporaryKey() async throws -> TemporaryKey? {
    try await Self.temporaryKey(
      bank, version, record.scope, signer: record.serverPublicKey)
  }

  // MARK: - Status

  func status() async throws -> StatusBlob { try await fullStatus().blob }

  /// The same with the bank's own object.
  func fullStatus() async throws -> (blob: StatusBlob, customObject: JSONValue?) {
    let challenge = SecureRandom.bytes(StatusBlob.nonceSize)
    let request = StatusRequest(activationId: record.activationID, challenge: challenge)
    let answer = try await bank.mobile(
      Endpoint.activationStatus.path, try WireJSON.encode(RequestEnvelope(request))
    ).object()
    let response: StatusResponse = try WireJSON.decode(
      from: answer.object("responseObject").bytes())
    let blob = try response.blob(challenge: challenge, transportKey: record.transportKey)
    return (blob, response.customObject)
  }

  // MARK: - Signatures

  /// The header of a signature by the next counter, which moves.
  func sign(
    _ body: [UInt8], uriID: String, _ factors: Factors = .possessionKnowledge,
    pin: Secret = pin, method: String = "POST"
  ) throws -> (name: String, value: String) {
    let nonce = SecureRandom.bytes(SignedRequestData.nonceSize)
    let base = SignedRequestData(
      method: method, uriId: uriID, nonce: nonce, body: body,
      applicationSecret: bank.sandbox.credentials.applicationSecret)
    let signature = try OnlineSignature.compute(
      base: base, keys: keys(pin: pin), factors: factors, counter: record.counter,
      version: version)
    record.counter = record.counter.stepped()
    let header = SignatureHeader(
      version: version, activationID: record.activationID,
      applicationKey: bank.sandbox.credentials.applicationKey, nonce: nonce, factors: factors,
      signature: signature)
    return (SignatureHeader.name, header.value)
  }

  func keys(pin: Secret = pin) throws -> FactorKeys {
    try record.factorKeys(pin: pin, biometryUnlockKey: biometryUnlockKey)
  }

  func signed(
    _ path: String, uriID: String, _ body: [UInt8], _ factors: Factors = .possessionKnowledge,
    pin: Secret = pin
  ) async throws -> SandboxResponse {
    await bank.mobile(path, body, headers: [try sign(body, uriID: uriID, factors, pin: pin)])
  }

  /// A signature for its own sake.
  func validate(
    _ factors: Factors = .possessionKnowledge, pin: Secret = pin
  ) async throws -> SandboxResponse {
    try await signed(
      Endpoint.signatureValidate.path, uriID: "/pa/signature/validate",
      Array(#"{"requestObject":{"reason":"TEST"}}"#.utf8), factors, pin: pin)
  }

  func remove(_ factors: Factors = .possessionKnowledge) async throws -> SandboxResponse {
    try await signed(
      Endpoint.activationRemove.path, uriID: "/pa/activation/remove", Array("{}".utf8), factors)
  }

  // MARK: - Tokens

  /// An encrypted request for a token, with what opens its answer.
  func tokenRequest() async throws -> (body: [UInt8], encryptor: EciesEncryptor) {
    var encryptor = try EciesEncryptor(
      version: version, credentials: bank.sandbox.credentials, scope: record.scope,
      purpose: .tokenCreate, lastingKey: record.serverPublicKey,
      temporaryKey: try await temporaryKey())
    let request = try encryptor.encrypt(Array("{}".utf8), timestamp: bank.milliseconds)
    return (try WireJSON.encode(request), encryptor)
  }

  func createToken(_ factors: Factors = .possession) async throws -> AccessToken {
    var (body, encryptor) = try await tokenRequest()
    let answer = try await signed(
      Endpoint.tokenCreate.path, uriID: "/pa/token/create", body, factors
    ).object()
    let plain = try encryptor.decrypt(WireJSON.decode(from: answer.bytes()))
    let response: TokenCreateResponse = try WireJSON.decode(from: plain)
    guard let token = response.token else { throw Absent(what: "token") }
    return token
  }

  // MARK: - Operations

  /// A call with a token, made on first need; `path` is below those of operations, or a whole one.
  func withToken(
    _ path: String, _ body: String = "{}", language: String = "en"
  ) async throws -> SandboxResponse {
    if token == nil { token = try await createToken() }
    guard let token else { throw Absent(what: "token") }
    let header = TokenHeader(token, version: version, timestamp: bank.milliseconds)
    let path = path.hasPrefix("/") ? path : "/api/auth/token/app/operation/" + path
    return await bank.mobile(
      path, Array(body.utf8),
      headers: [(TokenHeader.name, header.value), ("Accept-Language", language)])
  }

  func operations(language: String = "en") async throws -> [JSONValue] {
    let answer = try await withToken("list", language: language).object()
    guard let list = answer["responseObject"]?.array else { throw Absent(what: "responseObject") }
    return list
  }

  func approve(
    _ id: String, data: String = "A1*A100CZK*ICZ55", _ factors: Factors = .possessionKnowledge,
    pin: Secret = pin
  ) async throws -> SandboxResponse {
    let body: JSONValue = ["requestObject": ["id": .string(id), "data": .string(data)]]
    return try await signed(
      "/api/auth/token/app/operation/authorize", uriID: "/operation/authorize", body.bytes(),
      factors, pin: pin)
  }

  func reject(_ id: String, _ factors: Factors = .possession) async throws -> SandboxResponse {
    let body: JSONValue = ["requestObject": ["id": .string(id), "reason": "INCORRECT_DATA"]]
    return try await signed(
      "/api/auth/token/app/operation/cancel", uriID: "/operation/cancel", body.bytes(), factors)
  }
}

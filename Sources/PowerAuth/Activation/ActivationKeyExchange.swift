import PowerAuthCrypto
import TokenModel

/// The client's side of an activation: keys generated → requested → received, once.
///
/// Nothing of it is ever stored: dropping the value wipes the device key, and only `accept` leaves
/// something to keep, the `ActivationRecord`.
public struct ActivationKeyExchange: Sendable {
  private enum State {
    case keysGenerated
    case requested(layer1: EciesEncryptor, layer2: EciesEncryptor)
    case finished
  }

  /// What went wrong with the exchange itself.
  public enum Fault: Error, Equatable, Sendable {
    /// One exchange makes one request and accepts one response.
    case outOfOrder
    /// The response was opened and is not what it must be.
    case invalidResponse
  }

  private let credentials: ApplicationCredentials
  private let version: ProtocolVersion
  private let deviceKey: PrivateKey
  private var state = State.keysGenerated

  /// Makes the device's key pair; the default is random.
  public init(
    credentials: ApplicationCredentials, version: ProtocolVersion,
    deviceKey: PrivateKey = .generate()
  ) {
    self.credentials = credentials
    self.version = version
    self.deviceKey = deviceKey
  }

  /// The header that goes with the request.
  public var header: EncryptionHeader {
    EncryptionHeader(version: version, applicationKey: credentials.applicationKey)
  }

  /// Checks the identity and builds the one request.
  ///
  /// `temporaryKey`, of application scope, is needed in 3.3 and foreign to other versions;
  /// `timestamp` in milliseconds is the server's time as we know it.
  public mutating func request(
    _ identity: ActivationIdentity, device: DeviceDescription, otp: String? = nil,
    customAttributes: [String: JSONValue]? = nil, temporaryKey: TemporaryKey?, timestamp: Int64
  ) throws -> EciesRequest {
    guard case .keysGenerated = state else { throw Fault.outOfOrder }
    try identity.check(credentials)
    try device.check(otp: otp)
    var layer2 = try encryptor(.activationLayer2, temporaryKey)
    var layer1 = try encryptor(.application, temporaryKey)
    var inner = try WireJSON.encode(
      ActivationLayer2Request(
        devicePublicKey: Base64.encode(deviceKey.publicKey.compressed),
        activationName: device.name, extras: device.extras, activationOtp: otp,
        platform: device.platform, deviceInfo: device.info))
    defer { inner.wipe() }
    var outer = try WireJSON.encode(
      ActivationLayer1Request(
        type: identity.type, identityAttributes: identity.attributes,
        customAttributes: customAttributes,
        activationData: try layer2.encrypt(inner, timestamp: timestamp)))
    defer { outer.wipe() }
    let request = try layer1.encrypt(outer, timestamp: timestamp)
    state = .requested(layer1: layer1, layer2: layer2)
    return request
  }

  /// Opens the one response and locks the keys: the knowledge key under the PIN, the rest away.
  ///
  /// With `externalKey`, 16 B, the knowledge key is locked by it as well (`ExternalKeyWrap`).
  public mutating func accept(
    _ response: EciesResponse, pin: Secret,
    iterations: Int = KnowledgeWrap.defaultIterations, externalKey: Secret? = nil
  ) throws -> AcceptedActivation {
    if let externalKey { try ExternalKeyWrap.checkLength(externalKey) }
    guard case .requested(var layer1, var layer2) = state else { throw Fault.outOfOrder }
    state = .finished
    let outer: ActivationLayer1Response = try Self.parse(layer1.decrypt(response))
    let inner: ActivationLayer2Response = try Self.parse(layer2.decrypt(outer.activationData))
    let record = try record(inner, externalKey) {
      try KnowledgeWrap(
        wrapping: $0, pin: pin, iterations: iterations, externalKey: externalKey)
    }
    return AcceptedActivation(
      record: record, recovery: inner.activationRecovery?.codes,
      customAttributes: outer.customAttributes, userInfo: outer.userInfo)
  }

  private func encryptor(
    _ purpose: EciesPurpose, _ temporaryKey: TemporaryKey?
  ) throws -> EciesEncryptor {
    try EciesEncryptor(
      version: version, credentials: credentials, scope: .application, purpose: purpose,
      lastingKey: credentials.masterPublicKey, temporaryKey: temporaryKey)
  }

  private static func parse<Layer: Decodable>(_ plaintext: Secret) throws -> Layer {
    guard let layer: Layer = try? WireJSON.decode(from: plaintext) else {
      throw Fault.invalidResponse
    }
    return layer
  }

  private func record(
    _ response: ActivationLayer2Response, _ externalKey: Secret?,
    wrapKnowledge: (Secret) throws -> KnowledgeWrap
  ) throws -> ActivationRecord {
    guard HeaderFields.canCarry(response.activationId),
      let serverKey = Base64.decode(response.serverPublicKey).flatMap({ try? PublicKey($0) }),
      let counter = Base64.decode(response.ctrData).flatMap({ try? SignatureCounter(data: $0) })
    else { throw Fault.invalidResponse }
    if let recovery = response.activationRecovery, !recovery.isWellFormed {
      throw Fault.invalidResponse
    }
    let keys = try DerivedKeys(deviceKey, serverKey)
    return ActivationRecord(
      activationID: response.activationId, version: version, serverPublicKey: serverKey,
      devicePublicKey: deviceKey.publicKey, possessionKey: keys.possession,
      transportKey: keys.transport,
      knowledge: try wrapKnowledge(keys.knowledge),
      wrappedDevicePrivateKey: try DeviceKeyWrap.wrap(deviceKey, vaultKey: keys.vault),
      counter: counter, usesExternalKey: externalKey != nil,
      externalKeyCheck: externalKey.map {
        ExternalKeyWrap.checkValue(of: $0, for: response.activationId)
      },
      wrappedRecovery: try response.activationRecovery.map {
        try RecoveryWrap.wrap($0, vaultKey: keys.vault)
      })
  }
}

/// What an accepted activation leaves.
public struct AcceptedActivation: Sendable, Equatable {
  /// To be stored in the same step.
  public let record: ActivationRecord
  /// To be shown once; the record holds it locked.
  public let recovery: RecoveryCodes?
  /// What the bank's server added for the application.
  public let customAttributes: [String: JSONValue]?
  /// The person's claims, if the bank's server sent any.
  public let userInfo: JSONValue?

  /// What an exchange found; tests make it by hand.
  public init(
    record: ActivationRecord, recovery: RecoveryCodes? = nil,
    customAttributes: [String: JSONValue]? = nil, userInfo: JSONValue? = nil
  ) {
    self.record = record
    self.recovery = recovery
    self.customAttributes = customAttributes
    self.userInfo = userInfo
  }
}

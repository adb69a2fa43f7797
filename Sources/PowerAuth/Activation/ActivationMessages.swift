import TokenModel

/// The kinds of activation that the outer layer names.
public enum ActivationType: String, Codable, Sendable {
  case code = "CODE"
  case custom = "CUSTOM"
  case recovery = "RECOVERY"
  case direct = "DIRECT"
}

/// The outer layer of an activation request, for the bank's own server.
public struct ActivationLayer1Request: Codable, Sendable, Equatable {
  /// By what right the activation is asked for.
  public let type: ActivationType
  /// What proves that right, for instance `code`.
  public let identityAttributes: [String: String]
  /// Free data for the bank's server.
  public let customAttributes: [String: JSONValue]?
  /// The inner layer, encrypted.
  public let activationData: EciesRequest

  /// The layer around an inner one that is encrypted already.
  public init(
    type: ActivationType, identityAttributes: [String: String],
    customAttributes: [String: JSONValue]? = nil, activationData: EciesRequest
  ) {
    self.type = type
    self.identityAttributes = identityAttributes
    self.customAttributes = customAttributes
    self.activationData = activationData
  }
}

/// The inner layer of an activation request, for the PowerAuth server.
public struct ActivationLayer2Request: Codable, Sendable, Equatable {
  /// Base64 of the point.
  public let devicePublicKey: String
  /// What the person calls the device, at most 255 characters.
  public let activationName: String
  /// Free data, at most 4000 characters.
  public let extras: String?
  /// One-time password, at most 255 characters.
  public let activationOtp: String?
  /// For instance `linux`, at most 255 characters.
  public let platform: String
  /// For instance the model, at most 255 characters.
  public let deviceInfo: String

  /// The layer with these fields; absent ones are left out of the JSON.
  public init(
    devicePublicKey: String, activationName: String, extras: String? = nil,
    activationOtp: String? = nil, platform: String, deviceInfo: String
  ) {
    self.devicePublicKey = devicePublicKey
    self.activationName = activationName
    self.extras = extras
    self.activationOtp = activationOtp
    self.platform = platform
    self.deviceInfo = deviceInfo
  }
}

/// The outer layer of an activation response.
public struct ActivationLayer1Response: Codable, Sendable, Equatable {
  /// Free data of the bank's server.
  public let customAttributes: [String: JSONValue]?
  /// The person's claims.
  public let userInfo: JSONValue?
  /// The inner layer, encrypted.
  public let activationData: EciesResponse

  /// The layer around an inner one that is encrypted already.
  public init(
    customAttributes: [String: JSONValue]? = nil, userInfo: JSONValue? = nil,
    activationData: EciesResponse
  ) {
    self.customAttributes = customAttributes
    self.userInfo = userInfo
    self.activationData = activationData
  }
}

/// The inner layer of an activation response.
public struct ActivationLayer2Response: Codable, Sendable, Equatable {
  /// Identifier of the new activation, a UUID text.
  public let activationId: String
  /// Base64 of the point.
  public let serverPublicKey: String
  /// The first counter, 16 B in Base64.
  public let ctrData: String
  /// Recovery data, if the server gives any.
  public let activationRecovery: ActivationRecovery?

  /// The layer with these fields; absent ones are left out of the JSON.
  public init(
    activationId: String, serverPublicKey: String, ctrData: String,
    activationRecovery: ActivationRecovery? = nil
  ) {
    self.activationId = activationId
    self.serverPublicKey = serverPublicKey
    self.ctrData = ctrData
    self.activationRecovery = activationRecovery
  }
}

/// What replaces a lost device: shown once, on demand.
public struct ActivationRecovery: Codable, Sendable, Equatable {
  /// Form of an activation code, 23 characters.
  public let recoveryCode: String
  /// Ten digits.
  public let puk: String

  /// A code with its PUK.
  public init(recoveryCode: String, puk: String) {
    self.recoveryCode = recoveryCode
    self.puk = puk
  }

  /// The same, in memory that is wiped.
  public var codes: RecoveryCodes {
    RecoveryCodes(code: Secret(recoveryCode.utf8), puk: Secret(puk.utf8))
  }

  /// Whether the code's checksum holds, without `R:`, and the PUK has ten digits.
  var isWellFormed: Bool {
    (try? RecoveryCode(recoveryCode))?.text == recoveryCode && RecoveryCode.isPUK(puk)
  }
}

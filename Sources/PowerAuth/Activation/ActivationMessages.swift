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
  public let type: ActivationType
  public let identityAttributes: [String: String]
  public let customAttributes: [String: JSONValue]?
  /// The inner layer, encrypted.
  public let activationData: EciesRequest

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
  public let activationName: String
  public let extras: String?
  public let activationOtp: String?
  public let platform: String
  public let deviceInfo: String

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
  public let customAttributes: [String: JSONValue]?
  public let userInfo: JSONValue?
  /// The inner layer, encrypted.
  public let activationData: EciesResponse

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
  public let activationId: String
  /// Base64 of the point.
  public let serverPublicKey: String
  /// The first counter, 16 B in Base64.
  public let ctrData: String
  public let activationRecovery: ActivationRecovery?

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
  public let recoveryCode: String
  public let puk: String

  public init(recoveryCode: String, puk: String) {
    self.recoveryCode = recoveryCode
    self.puk = puk
  }
}

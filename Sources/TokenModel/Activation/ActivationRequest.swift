/// What the user gives for a new activation; the PIN is chosen before anything is sent.
public struct ActivationRequest: Sendable, Equatable {
  /// By what right the activation is asked for.
  public let credential: ActivationCredential
  /// Shown by the bank's pages; at most 255 characters.
  public let deviceName: String
  /// One-time password of the bank, where it gave one; at most 255 characters.
  public let otp: String?
  /// Free text for the PowerAuth server; at most 4,000 characters.
  public let extras: String?
  /// Free data for the bank's own server.
  public let customAttributes: [String: JSONValue]?
  public let pin: PIN

  public init(
    credential: ActivationCredential, deviceName: String, otp: String? = nil,
    extras: String? = nil, customAttributes: [String: JSONValue]? = nil, pin: PIN
  ) {
    self.credential = credential
    self.deviceName = deviceName
    self.otp = otp
    self.extras = extras
    self.customAttributes = customAttributes
    self.pin = pin
  }

  /// The usual way: a code from the bank's page.
  public init(code: ActivationCode, deviceName: String, otp: String? = nil, pin: PIN) {
    self.init(credential: .code(code), deviceName: deviceName, otp: otp, pin: pin)
  }
}

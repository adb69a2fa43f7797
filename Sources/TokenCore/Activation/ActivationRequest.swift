import TokenModel

/// What the user gives for a new activation; the PIN is chosen before anything is sent.
public struct ActivationRequest: Sendable, Equatable {
  public let code: ActivationCode
  /// Shown by the bank's pages; at most 255 characters.
  public let deviceName: String
  /// One-time password of the bank, where it gave one; at most 255 characters.
  public let otp: String?
  public let pin: PIN

  public init(code: ActivationCode, deviceName: String, otp: String? = nil, pin: PIN) {
    self.code = code
    self.deviceName = deviceName
    self.otp = otp
    self.pin = pin
  }
}

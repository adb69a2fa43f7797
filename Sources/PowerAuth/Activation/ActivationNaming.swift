/// Response of `/pa/v3/activation/detail` and `…/rename`, in a `ResponseEnvelope`, encrypted.
///
/// Servers may add members; whoever shows them reads the answer as a `JSONValue`.
public struct ActivationDetailResponse: Codable, Sendable, Equatable {
  /// Identifier of the activation, a UUID text.
  public let activationId: String
  /// What the device is called; nil when the server knows no name.
  public let activationName: String?

  /// The server's side.
  public init(activationId: String, activationName: String?) {
    self.activationId = activationId
    self.activationName = activationName
  }
}

/// Request of `/pa/v3/activation/rename`, before encryption in activation scope; it is signed as such.
public struct ActivationRenameRequest: Codable, Sendable, Equatable {
  /// What the device shall be called, 1 to 255 characters.
  public let activationName: String

  /// Throws `DeviceDescription.TooLong` beyond 255 characters and `DeviceDescription.Empty`.
  public init(activationName: String) throws {
    try DeviceDescription.check(activationName, "name", limit: DeviceDescription.nameLimit)
    guard !activationName.isEmpty else { throw DeviceDescription.Empty(field: "name") }
    self.activationName = activationName
  }
}

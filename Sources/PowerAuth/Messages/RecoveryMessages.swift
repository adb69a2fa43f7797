/// Request of `/pa/v3/recovery/confirm`, before encryption in activation scope.
public struct RecoveryConfirmRequest: Codable, Sendable, Equatable {
  /// 23 characters, without the `R:` of the QR form.
  public let recoveryCode: String

  /// Takes a code whose checksum holds.
  public init(_ code: RecoveryCode) { recoveryCode = code.text }
}

/// Response of `/pa/v3/recovery/confirm`, encrypted in activation scope without an envelope.
public struct RecoveryConfirmResponse: Codable, Sendable, Equatable {
  /// Whether the code had been confirmed before.
  public let alreadyConfirmed: Bool

  /// The server's side.
  public init(alreadyConfirmed: Bool) { self.alreadyConfirmed = alreadyConfirmed }
}

import PowerAuth
import TokenModel

/// An activation as it is remembered: what the protocol needs, and what may be shown.
public struct StoredActivation: Sendable, Equatable {
  public var record: ActivationRecord
  /// The name of this device, as the server knows it.
  public var deviceName: String
  /// Who keeps the unlock key of `record.biometry`; nil exactly when there is none.
  public var biometryProvider: String?
  /// Codes for offline approvals that the server is not known to have seen.
  public var unseenCodes: Int

  public init(
    record: ActivationRecord, deviceName: String, biometryProvider: String? = nil,
    unseenCodes: Int = 0
  ) {
    self.record = record
    self.deviceName = deviceName
    self.biometryProvider = biometryProvider
    self.unseenCodes = unseenCodes
  }

  /// The server's identifier.
  public var id: String { record.activationID }

  /// What may be shown.
  public var local: LocalActivation {
    LocalActivation(
      activationID: record.activationID, fingerprint: record.fingerprint, deviceName: deviceName,
      usesExternalKey: record.usesExternalKey)
  }
}

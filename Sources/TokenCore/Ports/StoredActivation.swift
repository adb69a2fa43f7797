import PowerAuth
import TokenModel

/// An activation as it is remembered: what the protocol needs, and what may be shown.
public struct StoredActivation: Sendable, Equatable {
  public var record: ActivationRecord
  /// The name of this device, as sent at activation.
  public let deviceName: String

  public init(record: ActivationRecord, deviceName: String) {
    self.record = record
    self.deviceName = deviceName
  }

  /// The server's identifier.
  public var id: String { record.activationID }

  /// What may be shown.
  public var local: LocalActivation {
    LocalActivation(
      activationID: record.activationID, fingerprint: record.fingerprint, deviceName: deviceName)
  }
}

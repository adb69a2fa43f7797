import PowerAuth
import TokenModel

/// A registration as the bank reads it.
enum RegistrationDocument {
  /// What the user types or scans.
  static func code(_ registration: Registration, _ application: SandboxApplication) -> JSONValue {
    let signature = application.signature(of: registration.activationCode)
    return [
      "activationCode": .string(registration.activationCode),
      "activationCodeSignature": .string(signature),
      "activationQrCodeData": .string(registration.activationCode + "#" + signature),
    ]
  }

  /// What a list shows.
  static func summary(_ registration: Registration) -> JSONValue {
    var members: [String: JSONValue] = [
      "registrationId": .string(registration.id),
      "registrationStatus": .string(registration.state.rawValue),
      "applicationId": .string(registration.applicationID),
      "flags": .array(registration.flags.map(JSONValue.string)),
      "timestampCreated": .milliseconds(registration.createdAt),
      "timestampLastUsed": .milliseconds(registration.usedAt),
    ]
    members["blockedReason"] = registration.blockedReason.map(JSONValue.string)
    members["name"] = (registration.device?.name).map(JSONValue.string)
    members["platform"] = (registration.device?.platform).map(JSONValue.string)
    members["deviceInfo"] = (registration.device?.info).map(JSONValue.string)
    members["extras"] = (registration.device?.extras).map(JSONValue.string)
    members["version"] = (registration.device?.counter.upgrade.currentVersion).map {
      .number(.init($0))
    }
    members["customObject"] = registration.customObject
    return .object(members)
  }

  /// The same with the code while it waits, and the fingerprint once keys were exchanged.
  static func detail(_ registration: Registration, _ application: SandboxApplication) -> JSONValue {
    var document = summary(registration).setting("userId", to: .string(registration.userID))
    if registration.state == .created {
      let code = code(registration, application).object ?? [:]
      document = code.reduce(document) { $0.setting($1.key, to: $1.value) }
    }
    if let device = registration.device {
      let fingerprint = device.fingerprint(activationID: registration.id)
      document = document.setting("activationFingerprint", to: .string(fingerprint))
    }
    return document
  }
}

extension JSONValue {
  static func milliseconds(_ time: Milliseconds) -> JSONValue { .number(.init(time)) }
}

/// What the token's side refuses, in the words of the public servers.
enum MobileFault {
  static let activation = Refusal(
    status: 400, code: "ERR_ACTIVATION", message: "POWER_AUTH_ACTIVATION_INVALID")
  static let encryption = Refusal(
    status: 400, code: "ERR_ENCRYPTION", message: "POWER_AUTH_ENCRYPTION_FAILED")
  static let secureVault = Refusal(
    status: 400, code: "ERR_SECURE_VAULT", message: "POWER_AUTH_SECURE_VAULT_INVALID")
  static let temporaryKey = Refusal(
    status: 400, code: "ERR_TEMPORARY_KEY", message: "POWER_AUTH_TEMPORARY_KEY_FAILURE")
  static let upgrade = Refusal(
    status: 400, code: "ERR_UPGRADE", message: "POWER_AUTH_UPGRADE_FAILED")
  static let configuration = Refusal(
    status: 400, code: "APPLICATION_CONFIGURATION_ERROR",
    message: "Unable to fetch application configuration.")
  static let signature = authentication("POWER_AUTH_SIGNATURE_INVALID")
  static let signatureType = authentication("POWER_AUTH_SIGNATURE_TYPE_INVALID")
  static let request = authentication("POWER_AUTH_REQUEST_INVALID")
  static let token = authentication("POWER_AUTH_TOKEN_ERROR")
  static let recoveryConfirmation = authentication("POWER_AUTH_RECOVERY_CONFIRM_ERROR")

  /// A wrong PUK of a code that has another try; `next` counts from 1.
  static func wrongPUK(next: Int) -> Refusal {
    Refusal(
      status: 400, code: "INVALID_RECOVERY_CODE", message: "POWER_AUTH_RECOVERY_INVALID",
      nextPUK: next)
  }

  private static func authentication(_ message: String) -> Refusal {
    Refusal(status: 401, code: "ERR_AUTHENTICATION", message: message)
  }
}

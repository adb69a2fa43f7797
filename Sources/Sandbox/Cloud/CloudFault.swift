import TokenModel

/// What the Cloud API refuses, in its own codes.
enum CloudFault {
  static let unauthorized = Refusal(
    status: 401, code: "HTTP_401", message: "Invalid credentials.")
  static let registrationNotFound = Refusal(
    status: 400, code: "ERROR_REGISTRATION_NOT_FOUND", message: "Registration was not found.")
  static let operationNotFound = Refusal(
    status: 400, code: "ERROR_OPERATION_NOT_FOUND", message: "Operation was not found.")
  static let passwordInvalid = Refusal(
    status: 400, code: "ERROR_OTP_INVALID", message: "The one-time password is missing or wrong.")
  static let signatureInvalid = Refusal(
    status: 400, code: "ERROR_SIGNATURE_INVALID",
    message: "The signature header is not of the described form.")
  static let recoveryCodeNotFound = Refusal(
    status: 400, code: "ERROR_RECOVERY_CODE_NOT_FOUND", message: "Recovery code was not found.")
  static let recoveryCodeExists = Refusal(
    status: 400, code: "ERROR_RECOVERY_CODE_ALREADY_EXISTS",
    message: "The user has a recovery code already; revoke it first.")
  static let recoveryDisabled = Refusal(
    status: 400, code: "ERROR_RECOVERY_DISABLED",
    message: "Recovery by postcard is turned off; see v2/recovery-configuration.")
  static let providerNotFound = Refusal(
    status: 400, code: "ERROR_PROVIDER_NOT_FOUND", message: "OpenID provider was not found.")
  static let userNotFound = Refusal(
    status: 400, code: "ERROR_USER_NOT_FOUND", message: "User was not found.")
  static let messageNotFound = Refusal(
    status: 400, code: "ERROR_MESSAGE_NOT_FOUND", message: "Message was not found.")
  static let malformed = Refusal(
    status: 400, code: "ERROR_REQUEST", message: "The request body is not a JSON object.")

  static func registrationChange(_ change: String, in state: ActivationState) -> Refusal {
    Refusal(
      status: 400, code: "ERROR_REGISTRATION_CHANGE",
      message: "A registration that is \(state.rawValue) does not allow \(change).")
  }

  static func operationStateChange(
    _ status: StoredOperation.Status, to change: String
  ) -> Refusal {
    Refusal(
      status: 400, code: "ERROR_OPERATION_STATE_CHANGE",
      message: "The operation is \(status.rawValue) and cannot be \(change).")
  }

  /// One field that is wrong, and the rule that it breaks.
  static func invalid(_ field: String, _ value: JSONValue?, _ hint: String) -> Refusal {
    Refusal(
      status: 400, code: "ERROR_REQUEST", message: "Field '\(field)' \(hint)",
      violations: [
        ["fieldName": .string(field), "invalidValue": value ?? .null, "hint": .string(hint)]
      ])
  }
}

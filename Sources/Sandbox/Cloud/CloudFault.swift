import TokenModel

/// What the Cloud API refuses, in its own codes.
enum CloudFault {
  static let unauthorized = Refusal(
    status: 401, code: "HTTP_401", message: "Invalid credentials.")
  static let registrationNotFound = Refusal(
    status: 400, code: "ERROR_REGISTRATION_NOT_FOUND", message: "Registration was not found.")
  static let operationNotFound = Refusal(
    status: 400, code: "ERROR_OPERATION_NOT_FOUND", message: "Operation was not found.")
  static let malformed = Refusal(
    status: 400, code: "ERROR_REQUEST", message: "The request body is not a JSON object.")

  static func registrationChange(_ change: String, in state: ActivationState) -> Refusal {
    Refusal(
      status: 400, code: "ERROR_REGISTRATION_CHANGE",
      message: "A registration that is \(state.rawValue) does not allow \(change).")
  }

  static func operationStateChange(_ status: StoredOperation.Status) -> Refusal {
    Refusal(
      status: 400, code: "ERROR_OPERATION_STATE_CHANGE",
      message: "The operation is \(status.rawValue) and cannot be canceled.")
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

/// What the Mobile Token API refuses, in the words of the public enrollment server.
enum MobileTokenFault {
  static let authentication = Refusal(
    status: 401, code: "POWERAUTH_AUTH_FAIL", message: "Authentication failed")
  static let invalidOperation = Refusal(
    status: 400, code: "INVALID_OPERATION",
    message: "Operation not found or is in an unexpected state.")
  static let invalidRequest = Refusal(
    status: 400, code: "INVALID_REQUEST", message: "Invalid request")
  static let invalidRequestObject = Refusal(
    status: 400, code: "INVALID_REQUEST", message: "Invalid request object.")
  static let pushRegistration = Refusal(
    status: 400, code: "PUSH_REGISTRATION_FAILED",
    message: "Push registration failed in Mobile Token API component.")
  static let templateNotFound = Refusal(
    status: 400, code: "INVALID_REQUEST", message: "Template not found")
  static let alreadyFailed = Refusal(
    status: 400, code: "OPERATION_ALREADY_FAILED", message: "Operation already failed")
  static let inboxFailed = Refusal(
    status: 400, code: "INBOX_FAILED", message: "Inbox operation failed")
  static let foreignDevice = Refusal(
    status: 400, code: "OPERATION_REQUIRES_ACTIVATION_FLAG",
    message: "Operation requires an activation flag which is not present on activation.")
  static let approval = Refusal(
    status: 401, code: "OPERATION_FAILED", message: "PowerAuth server operation approval fails")
  static let rejection = Refusal(
    status: 401, code: "OPERATION_FAILED", message: "PowerAuth server operation rejection fails")

  /// Why an operation can no longer be decided; nil while it can.
  static func decided(_ status: StoredOperation.Status) -> Refusal? {
    switch status {
    case .pending: nil
    case .canceled:
      Refusal(
        status: 400, code: "OPERATION_ALREADY_CANCELED",
        message: "Operation was already canceled")
    case .approved, .rejected:
      Refusal(
        status: 400, code: "OPERATION_ALREADY_FINISHED",
        message: "Operation was already completed")
    case .failed: alreadyFailed
    case .expired:
      Refusal(status: 400, code: "OPERATION_EXPIRED", message: "Operation already expired")
    }
  }
}

import TokenModel

/// Stable words for scripts, the `code` of a JSON failure; the human words may change, these not.
enum FailureCode {
  static let usage = "usage"
  static let configuration = "configuration"
  static let notConfirmed = "not_confirmed"
  static let sandbox = "sandbox"

  static func of(_ failure: TokenFailure) -> String {
    switch failure {
    case .noActivation: "no_activation"
    case .alreadyActivated: "already_activated"
    case .activationCode: "activation_code"
    case .foreignActivationCode: "foreign_activation_code"
    case .pinTooShort: "pin_too_short"
    case .pukFormat: "puk_format"
    case .noCredentials: "no_credentials"
    case .emptyAttribute: "empty_attribute"
    case .biometry: "biometry"
    case .externalKey: "external_key"
    case .portableState: "portable_state"
    case .oidc: "oidc"
    case .noRecoveryCode: "no_recovery_code"
    case .upgradePending: "upgrade_pending"
    case .noToken: "no_token"
    case .recoveryRefused: "recovery_refused"
    case .serverCannot: "server_cannot"
    case .biometryRefused: "biometry_refused"
    case .forgedData: "forged_data"
    case .tooLong: "too_long"
    case .storage: "storage"
    case .busy: "busy"
    case .activationRefused: "activation_refused"
    case .wrongPIN: "wrong_pin"
    case .signatureRefused: "signature_refused"
    case .waitingForCommit: "waiting_for_commit"
    case .blocked: "blocked"
    case .removed: "removed"
    case .deadlocked: "deadlocked"
    case .operation(let fault): of(fault)
    case .approvalClosed: "approval_closed"
    case .dataMismatch: "data_mismatch"
    case .network: "network"
    case .outcomeUnknown, .activationOutcomeUnknown: "outcome_unknown"
    case .untrustedAnswer: "untrusted_answer"
    case .refused: "refused"
    }
  }

  private static func of(_ fault: OperationFault) -> String {
    switch fault {
    case .alreadyFinished: "operation_already_finished"
    case .alreadyFailed: "operation_already_failed"
    case .alreadyCanceled: "operation_already_canceled"
    case .expired: "operation_expired"
    case .notAvailable: "operation_not_available"
    case .refused: "operation_refused"
    case .needsActivationFlag: "operation_needs_activation_flag"
    }
  }
}

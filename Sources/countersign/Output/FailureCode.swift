import TokenModel

/// Stable words for scripts, the `code` of a JSON failure; the human words may change, these not.
enum FailureCode {
  static let usage = "usage"
  static let configuration = "configuration"
  static let notConfirmed = "not_confirmed"
  static let sandbox = "sandbox"
  static let storage = "storage"
  /// The list of certificates did not come, or was dropped.
  static let pins = "pins"
  static let pushMessage = "push_message"

  static func of(_ failure: TokenFailure) -> String {
    switch failure {
    case .noActivation: "no_activation"
    case .alreadyActivated: "already_activated"
    case .activationCode: "activation_code"
    case .foreignActivationCode: "foreign_activation_code"
    case .pinTooShort: "pin_too_short"
    case .pinUnchanged: "pin_unchanged"
    case .pukFormat: "puk_format"
    case .noCredentials: "no_credentials"
    case .emptyAttribute: "empty_attribute"
    case .biometry(let fault): of(fault)
    case .externalKey(let fault): of(fault)
    case .portableState(let fault): of(fault)
    case .oidc(let fault): of(fault)
    case .noRecoveryCode: "no_recovery_code"
    case .upgradePending: "upgrade_pending"
    case .noToken: "no_token"
    case .recoveryRefused: "recovery_refused"
    case .serverCannot: "server_cannot"
    case .biometryRefused: "biometry_refused"
    case .forgedData: "forged_data"
    case .offline: "offline_text"
    case .link(let fault): of(fault)
    case .picture(let fault): of(fault)
    case .tooLong: "too_long"
    case .storage: storage
    case .busy: "busy"
    case .activationRefused: "activation_refused"
    case .wrongPIN: "wrong_pin"
    case .signatureRefused: "signature_refused"
    case .waitingForCommit: "waiting_for_commit"
    case .blocked: "blocked"
    case .removed: "removed"
    case .deadlocked: "deadlocked"
    case .operation(let fault): of(fault)
    case .inbox(.unavailable): "inbox_unavailable"
    case .inbox(.messageUnavailable): "message_unavailable"
    case .push(.alreadyRegistering): "push_already_registering"
    case .push(.registrationFailed): "push_registration_failed"
    case .push(.notAccepted): "push_not_accepted"
    case .approvalClosed: "approval_closed"
    case .dataMismatch: "data_mismatch"
    case .network(.notPinned): "certificate_not_pinned"
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
    case .refused, .codeRefused: "operation_refused"
    case .needsActivationFlag: "operation_needs_activation_flag"
    }
  }

  private static func of(_ fault: LinkFault) -> String {
    switch fault {
    case .notText, .tooLong, .unreadable, .noOperation: "link"
    case .noCode: "link_without_code"
    case .otherOperation: "code_of_other_operation"
    case .codeFormat: "code_format"
    }
  }

  private static func of(_ fault: BiometryFault) -> String {
    switch fault {
    case .notSetUp: "biometry_not_set_up"
    case .alreadySetUp: "biometry_already_set_up"
    case .unavailable: "biometry_unavailable"
    case .canceled: "biometry_canceled"
    case .notRecognized: "biometry_not_recognized"
    case .keyLost: "biometry_key_lost"
    case .keyMismatch: "biometry_key_mismatch"
    }
  }

  private static func of(_ fault: ExternalKeyFault) -> String {
    switch fault {
    case .required: "external_key_required"
    case .notInUse: "external_key_not_in_use"
    case .alreadyInUse: "external_key_already_in_use"
    case .wrongLength: "external_key_wrong_length"
    case .wrongKey: "external_key_wrong"
    }
  }

  private static func of(_ fault: PortableStateFault) -> String {
    switch fault {
    case .notAState: "state_not_a_state"
    case .unsupportedVersion: "state_unsupported_version"
    case .truncated: "state_truncated"
    case .trailingBytes: "state_trailing_bytes"
    case .noActivation: "state_no_activation"
    case .wrongPassphrase: "state_wrong_passphrase"
    case .damagedKeys: "state_damaged_keys"
    }
  }

  private static func of(_ fault: PictureFault) -> String {
    switch fault {
    case .unsupportedKind: "picture_kind"
    case .damaged: "picture_damaged"
    case .tooLarge, .tooManyPixels: "picture_too_large"
    case .forbidden: "pictures_forbidden"
    case .insecureAddress: "picture_address"
    case .noSuchPicture, .redirected: "picture_not_there"
    case .unreadable: "picture_unreadable"
    case .missingTool: "missing_tool"
    case .notConfined: "not_confined"
    case .notDecoded, .toolTooSlow: "picture_not_decoded"
    case .noCode: "no_qr_code"
    case .emptyClipboard: "empty_clipboard"
    case .noDesktop: "no_desktop"
    case .noScreenGrab: "no_screen_grab"
    case .canceled: "picture_canceled"
    }
  }

  private static func of(_ fault: OIDCFault) -> String {
    switch fault {
    case .notOffered: "oidc_not_offered"
    case .stateMismatch: "oidc_state_mismatch"
    case .denied: "oidc_denied"
    case .invalidRedirect: "oidc_invalid_redirect"
    case .timedOut: "oidc_timed_out"
    case .canceled: "oidc_canceled"
    case .portTaken: "oidc_port_taken"
    }
  }
}

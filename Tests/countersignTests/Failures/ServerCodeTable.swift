import TokenModel

@testable import TokenCore

/// What each word of a server means, by what it was asked; status and words as servers send them.
enum ServerCodeTable {
  /// What the server was asked, as far as that gives a code its meaning.
  enum Question: String, CaseIterable, Sendable {
    case anything, activation, pin = "signature with PIN"
    case biometry = "signature with biometry"
    case possession = "signature by possession", vault, recovery, userInfo = "user info", upgrade
    case operation, push

    /// The meaning in `ErrorMeaning`, as the use cases ask for it.
    func meaning(of refusal: ServerRefusal) -> TokenFailure {
      let fault = ExchangeFault.refusal(refusal)
      return switch self {
      case .anything: ErrorMeaning.general(fault)
      case .activation: ErrorMeaning.activation(fault, otpSent: false)
      case .pin: Self.signed(refusal, .pin)
      case .biometry: Self.signed(refusal, .biometry)
      case .possession: Self.signed(refusal, .possession)
      case .vault: ErrorMeaning.vault(fault)
      case .recovery: ErrorMeaning.recovery(fault)
      case .userInfo: ErrorMeaning.general(fault, lacking: .userInfo)
      case .upgrade: ErrorMeaning.general(fault, lacking: .upgrade)
      case .operation: ErrorMeaning.decisive(fault, ErrorMeaning.operation)
      case .push: ErrorMeaning.push(refusal)
      }
    }

    private static func signed(
      _ refusal: ServerRefusal, _ proof: ErrorMeaning.Proof
    ) -> TokenFailure {
      let statuses = [0, 1].map {
        ActivationStatus(state: .active, failedAttempts: $0, maxFailedAttempts: 5)
      }
      let failure = ErrorMeaning.unauthorized(
        refusal, before: statuses[0], after: statuses[1], proof: proof)
      return failure ?? operation.meaning(of: refusal)
    }
  }

  struct Row: Sendable {
    let question: Question
    let status: Int
    /// The server's code, and its message where that is what tells.
    let word: String
    let code: String
    let exit: Int32

    init(_ question: Question, _ status: Int, _ word: String, _ code: String, _ exit: Int32) {
      self.question = question
      self.status = status
      self.word = word
      self.code = code
      self.exit = exit
    }

    /// Messages of one code begin alike; they come with it.
    var refusal: ServerRefusal {
      let isMessage = word.hasPrefix("POWER_AUTH_")
      return ServerRefusal(
        status: status, code: isMessage ? "ERR_AUTHENTICATION" : word,
        message: isMessage ? word : "")
    }
  }

  static let rows = signatures + endpoints + operations + breakdowns

  private static let signatures = [
    Row(.pin, 401, "POWER_AUTH_SIGNATURE_INVALID", "wrong_pin", 3),
    Row(.biometry, 401, "POWER_AUTH_SIGNATURE_INVALID", "biometry_refused", 3),
    Row(.possession, 401, "POWER_AUTH_SIGNATURE_INVALID", "signature_refused", 3),
    Row(.pin, 401, "POWERAUTH_AUTH_FAIL", "wrong_pin", 3),
    Row(.vault, 401, "POWER_AUTH_SIGNATURE_TYPE_INVALID", "server_cannot", 3),
    Row(.recovery, 401, "POWER_AUTH_SIGNATURE_TYPE_INVALID", "server_cannot", 3),
    Row(.recovery, 401, "POWER_AUTH_RECOVERY_CONFIRM_ERROR", "recovery_refused", 3),
    Row(.anything, 401, "POWER_AUTH_REQUEST_INVALID", "refused", 3),
    Row(.anything, 401, "POWER_AUTH_TOKEN_ERROR", "refused", 3),
    Row(.anything, 401, "POWER_AUTH_TOKEN_INVALID", "refused", 3),
    Row(.anything, 401, "POWER_AUTH_HTTP_HEADER_MISSING", "refused", 3),
  ]

  private static let endpoints = [
    Row(.activation, 400, "ERR_ACTIVATION", "activation_refused", 3),
    Row(.activation, 400, "INVALID_RECOVERY_CODE", "recovery_refused", 3),
    Row(.activation, 400, "ERR_TEMPORARY_KEY", "refused", 3),
    Row(.activation, 400, "ERR_ENCRYPTION", "refused", 3),
    Row(.userInfo, 400, "ERR_ENCRYPTION", "refused", 3),
    Row(.userInfo, 400, "ERR_USER_INFO", "server_cannot", 3),
    Row(.upgrade, 400, "ERR_UPGRADE", "server_cannot", 3),
    Row(.vault, 400, "ERR_SECURE_VAULT", "server_cannot", 3),
    Row(.recovery, 400, "ERR_RECOVERY", "recovery_refused", 3),
    Row(.push, 400, "PUSH_REGISTRATION_FAILED", "push_registration_failed", 3),
    Row(.push, 400, "INVALID_REQUEST", "push_not_accepted", 3),
    Row(.push, 404, "ERROR_NOT_FOUND", "server_cannot", 3),
  ]

  private static let operations = [
    Row(.pin, 401, "OPERATION_FAILED", "operation_refused", 3),
    Row(.operation, 400, "OPERATION_ALREADY_FAILED", "operation_already_failed", 3),
    Row(.operation, 400, "OPERATION_ALREADY_FINISHED", "operation_already_finished", 3),
    Row(.operation, 400, "OPERATION_ALREADY_CANCELED", "operation_already_canceled", 3),
    Row(.operation, 400, "OPERATION_EXPIRED", "operation_expired", 3),
    Row(.operation, 400, "INVALID_OPERATION", "operation_not_available", 3),
    Row(.operation, 400, "INVALID_REQUEST", "operation_not_available", 3),
    Row(
      .operation, 400, "OPERATION_REQUIRES_ACTIVATION_FLAG", "operation_needs_activation_flag", 3),
  ]

  private static let breakdowns = [
    Row(.anything, 404, "ERROR_NOT_FOUND", "refused", 3),
    Row(.userInfo, 404, "ERROR_NOT_FOUND", "server_cannot", 3),
    Row(.vault, 404, "ERROR_NOT_FOUND", "server_cannot", 3),
    Row(.anything, 409, "REMOTE_COMMUNICATION_ERROR", "refused", 3),
    Row(.operation, 409, "REMOTE_COMMUNICATION_ERROR", "outcome_unknown", 8),
    Row(.anything, 500, "ERROR_GENERIC", "refused", 3),
    Row(.operation, 500, "ERROR_GENERIC", "outcome_unknown", 8),
    Row(.activation, 500, "ERROR_GENERIC", "outcome_unknown", 8),
    Row(.vault, 500, "ERROR_GENERIC", "refused", 3),
  ]
}

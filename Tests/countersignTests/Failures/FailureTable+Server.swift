import TokenModel

/// What the server says, and what happens on the way to it and back.
extension FailureTable {
  static let verdicts = activation + operations

  private static let activation = [
    Row(
      .activationRefused(otpSent: false), 3, "activation_refused",
      "The server refused the activation."),
    Row(
      .recoveryRefused(nextPUK: 2), 3, "recovery_refused",
      "The recovery code or its PUK was not accepted."),
    Row(
      .serverCannot(.vault, ServerRefusal(status: 404, code: "ERR_SECURE_VAULT", message: "")), 3,
      "server_cannot", "The server does not do this: the key vault."),
    Row(.wrongPIN(attemptsLeft: 4), 3, "wrong_pin", "The PIN is wrong."),
    Row(
      .biometryRefused(attemptsLeft: 4), 3, "biometry_refused",
      "The fingerprint was not recognised."),
    Row(
      .signatureRefused(attemptsLeft: 4), 3, "signature_refused",
      "The server did not accept this device's signature."),
    Row(
      .waitingForCommit, 3, "waiting_for_commit",
      "The bank has not confirmed this activation yet."),
    Row(.blocked, 6, "blocked", "The bank has blocked this device."),
    Row(.removed, 6, "removed", "The bank has removed this activation."),
    Row(
      .deadlocked(server: .active), 6, "deadlocked",
      "This device and the bank have lost step with each other."),
  ]

  private static let operations = [
    Row(
      .operation(.alreadyFinished), 3, "operation_already_finished",
      "The operation was decided already."),
    Row(
      .operation(.alreadyFailed), 3, "operation_already_failed",
      "The operation has failed after too many attempts."),
    Row(
      .operation(.alreadyCanceled), 3, "operation_already_canceled",
      "The operation was cancelled at the bank."),
    Row(.operation(.expired), 3, "operation_expired", "The operation has expired."),
    Row(
      .operation(.notAvailable), 3, "operation_not_available",
      "The operation is not there any more."),
    Row(
      .operation(.refused), 3, "operation_refused", "The server refused the decision."),
    Row(
      .operation(.needsActivationFlag), 3, "operation_needs_activation_flag",
      "The operation is not meant for this device."),
    Row(
      .inbox(.unavailable), 3, "inbox_unavailable",
      "Your bank's inbox does not answer at the moment."),
    Row(
      .inbox(.messageUnavailable), 3, "message_unavailable", "The message cannot be had."),
    Row(
      .push(.alreadyRegistering), 1, "push_already_registering",
      "Another registration for push messages is under way."),
    Row(
      .push(.registrationFailed), 3, "push_registration_failed",
      "The bank's push service did not take the registration."),
    Row(
      .push(.notAccepted), 3, "push_not_accepted",
      "The bank does not take this platform, environment or token."),
    Row(
      .approvalClosed(.proximityCheck), 1, "approval_closed",
      "This operation wants a code scanned from the bank's page first."),
    Row(
      .approvalClosed(.noUsableFactors(variants: [])), 1, "approval_closed",
      "This operation cannot be approved with a PIN."),
    Row(
      .approvalClosed(.noUsableFactors(variants: ["possession_knowledge"])), 1, "approval_closed",
      "This operation cannot be approved by biometry."),
    Row(
      .approvalClosed(.notPending(.expired)), 3, "approval_closed", "The operation has expired."),
    Row(
      .dataMismatch(expected: "a", actual: "b"), 1, "data_mismatch",
      "The operation's data is not what you expected."),
  ]

  static let network = ways + outcomes + answers

  private static let ways = [
    Row(
      .network(.timeOut(seconds: 20)), 5, "network",
      "The server did not answer within 20 seconds."),
    Row(
      .network(.unreachable(host: "bank.example", reason: "no route")), 5, "network",
      "bank.example cannot be reached: no route."),
    Row(
      .network(.tls(host: "bank.example", reason: "expired")), 5, "network",
      "The connection to bank.example is not secure: expired."),
    Row(
      .network(
        .notPinned(
          host: "bank.example",
          PinRefusal(name: "bank.example", fingerprint: "00", reason: .differs(isListed: true)))),
      5, "certificate_not_pinned",
      "bank.example shows another certificate than the pinned one."),
    Row(.network(.connectionLost), 5, "network", "The connection was lost."),
    Row(
      .network(.answerTooLarge(limit: 8_388_608)), 5, "network",
      "The server's answer is larger than 8388608 bytes."),
    Row(
      .network(.redirected(status: 302)), 5, "network",
      "The server points to another address (HTTP 302)."),
    Row(
      .network(.unusableAnswer(.notJSON(status: 502))), 5, "network",
      "The server's answer (HTTP 502) is not JSON."),
    Row(
      .network(.serverProblem(status: 500, code: "ERROR_GENERIC")), 5, "network",
      "The server has a problem (ERROR_GENERIC)."),
    Row(
      .network(.insecureAddress("http://bank.example")), 5, "network",
      "http://bank.example is not a safe address."),
    Row(.network(.canceled), 5, "network", "It was cancelled."),
  ]

  private static let outcomes = [
    Row(
      .outcomeUnknown(.connectionLost), 8, "outcome_unknown",
      "We do not know yet whether the server got it."),
    Row(
      .activationOutcomeUnknown(.connectionLost), 8, "outcome_unknown",
      "We do not know whether the bank has activated this device."),
  ]

  private static let answers = [
    Row(
      .untrustedAnswer(.notJSON(status: 200)), 1, "untrusted_answer",
      "The server's answer (HTTP 200) is not JSON."),
    Row(
      .untrustedAnswer(.wrongContentType("text/html")), 1, "untrusted_answer",
      "The server's answer is text/html instead of JSON."),
    Row(
      .untrustedAnswer(.missing(member: "status")), 1, "untrusted_answer",
      "The server's answer lacks \u{201C}status\u{201D}."),
    Row(
      .untrustedAnswer(.protection), 1, "untrusted_answer",
      "The protection of the server's answer does not hold."),
    Row(
      .untrustedAnswer(.serverTime), 1, "untrusted_answer",
      "The server's time could not be found out."),
    Row(
      .refused(ServerRefusal(status: 400, code: "ERR_USER_INFO", message: "")), 3, "refused",
      "The server refused (ERR_USER_INFO)."),
  ]
}

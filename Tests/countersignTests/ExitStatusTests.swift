import Foundation
import Testing
import TokenModel

@testable import countersign

/// Scripts rely on exit codes and on `code`: both are documented, and documented rightly.
@Suite struct ExitStatusTests {
  static let table: [(TokenFailure, Int32, String)] = [
    (.noActivation, 4, "no_activation"),
    (.alreadyActivated, 1, "already_activated"),
    (.activationCode(.checksum), 2, "activation_code"),
    (.foreignActivationCode, 1, "foreign_activation_code"),
    (.pinTooShort, 2, "pin_too_short"),
    (.tooLong(field: .otp, limit: 255), 2, "too_long"),
    (.storage(.full(path: "/x")), 7, "storage"),
    (.busy(holder: 7), 7, "busy"),
    (.activationRefused(otpSent: false), 3, "activation_refused"),
    (.wrongPIN(attemptsLeft: 4), 3, "wrong_pin"),
    (.signatureRefused(attemptsLeft: nil), 3, "signature_refused"),
    (.waitingForCommit, 3, "waiting_for_commit"),
    (.blocked, 6, "blocked"),
    (.removed, 6, "removed"),
    (.deadlocked(server: .active), 6, "deadlocked"),
    (.operation(.alreadyFinished), 3, "operation_already_finished"),
    (.operation(.alreadyFailed), 3, "operation_already_failed"),
    (.operation(.alreadyCanceled), 3, "operation_already_canceled"),
    (.operation(.expired), 3, "operation_expired"),
    (.operation(.notAvailable), 3, "operation_not_available"),
    (.operation(.refused), 3, "operation_refused"),
    (.operation(.needsActivationFlag), 3, "operation_needs_activation_flag"),
    (.approvalClosed(.proximityCheck), 1, "approval_closed"),
    (.inbox(.unavailable), 3, "inbox_unavailable"),
    (.inbox(.messageUnavailable), 3, "message_unavailable"),
    (.approvalClosed(.notPending(.expired)), 3, "approval_closed"),
    (.dataMismatch(expected: "a", actual: "b"), 1, "data_mismatch"),
    (.network(.timeOut(seconds: 20)), 5, "network"),
    (.outcomeUnknown(.connectionLost), 8, "outcome_unknown"),
    (.activationOutcomeUnknown(.connectionLost), 8, "outcome_unknown"),
    (.untrustedAnswer(.protection), 1, "untrusted_answer"),
    (.refused(ServerRefusal(status: 400, code: "X", message: "")), 3, "refused"),
  ]

  @Test(arguments: table)
  func `each failure has its exit code and its word`(
    failure: TokenFailure, status: Int32, code: String
  ) {
    let told = CommandFailure(failure)
    #expect(told.status.rawValue == status)
    #expect(told.code == code)
  }

  @Test func `what the server told stands in the document`() {
    #expect(CommandFailure(.wrongPIN(attemptsLeft: 2)).document["error"]?["attemptsLeft"] == 2)
    #expect(CommandFailure(.wrongPIN(attemptsLeft: nil)).document["error"]?["attemptsLeft"] == nil)
    let refusal = ServerRefusal(status: 400, code: "ERR_SECURE_VAULT", message: "no")
    #expect(
      CommandFailure(.refused(refusal)).document["error"]?["serverCode"] == "ERR_SECURE_VAULT")
  }

  @Test func `the manual names every code`() throws {
    let path = URL(filePath: ExampleConfigurationTests.path).deletingLastPathComponent()
      .appending(path: "docs/command-line.md").path
    let manual = try String(contentsOfFile: path, encoding: .utf8)
    let own = [
      FailureCode.usage, FailureCode.configuration, FailureCode.notConfirmed, FailureCode.sandbox,
    ]
    for code in Self.table.map(\.2) + own {
      #expect(manual.contains("`\(code)`"), "\(code) is not documented")
    }
    for status in ExitStatus.allCases {
      #expect(manual.contains("| \(status.rawValue) |"), "\(status) is not documented")
    }
  }
}

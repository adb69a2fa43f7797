import Testing
import TokenModel

@testable import TokenCore
@testable import countersign

/// What a server says, down to the exit code, row by row.
@Suite struct ServerCodeTableTests {
  @Test(arguments: ServerCodeTable.rows)
  func `each word of a server has its meaning and its exit code`(row: ServerCodeTable.Row) {
    let told = CommandFailure(row.question.meaning(of: row.refusal))
    #expect(told.code == row.code)
    #expect(told.status.rawValue == row.exit)
    #expect(FailureTable.rows.contains { $0.code == row.code })
  }

  @Test(arguments: ServerCodeTable.Question.allCases)
  func `nothing that can be asked is without a row`(question: ServerCodeTable.Question) {
    #expect(ServerCodeTable.rows.contains { $0.question == question })
  }

  @Test(arguments: [
    (ActivationState.pendingCommit, false, "waiting_for_commit", 3 as Int32),
    (.blocked, false, "blocked", 6), (.removed, false, "removed", 6),
    (.active, true, "deadlocked", 6),
  ])
  func `the state of the activation says more than the refusal`(
    state: ActivationState, isDeadlocked: Bool, code: String, exit: Int32
  ) throws {
    let refusal = ServerRefusal(
      status: 401, code: "ERR_AUTHENTICATION", message: "POWER_AUTH_SIGNATURE_INVALID")
    let status = ActivationStatus(
      state: state, failedAttempts: 5, maxFailedAttempts: 5, isDeadlocked: isDeadlocked)
    let failure = try #require(
      ErrorMeaning.unauthorized(refusal, before: nil, after: status, proof: .pin))
    #expect(CommandFailure(failure).code == code)
    #expect(CommandFailure(failure).status.rawValue == exit)
  }

  @Test func `the manual prints the table`() throws {
    let manual = try FailureTableTests.manual()
    let lines = ServerCodeTable.rows.map { row in
      "| \(row.question.rawValue) | \(row.status) | `\(row.word)` | `\(row.code)` | \(row.exit) |"
    }
    let missing = lines.filter { !manual.contains($0) }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }
}

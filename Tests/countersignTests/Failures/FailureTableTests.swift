import Foundation
import Testing
import TokenModel

@testable import countersign

/// Scripts rely on exit codes and on `code`: both are documented, and documented rightly.
@Suite struct FailureTableTests {
  @Test(arguments: FailureTable.rows)
  func `each failure has its exit code, its word and its words`(row: FailureTable.Row) {
    let told = CommandFailure(row.failure)
    #expect(told.status.rawValue == row.status)
    #expect(told.code == row.code)
    #expect(told.happened == row.happened)
    #expect(told.means.hasSuffix(".") && !told.means.contains("!"))
    #expect(!told.next.isEmpty && !told.next.contains("!"))
  }

  @Test(arguments: FailureKind.allCases)
  func `no failure is without a row`(kind: FailureKind) {
    #expect(FailureTable.rows.contains { FailureKind($0.failure) == kind })
  }

  @Test func `what the server told stands in the document`() {
    for left in [2, nil] {
      for failure: TokenFailure in [
        .wrongPIN(attemptsLeft: left), .biometryRefused(attemptsLeft: left),
        .signatureRefused(attemptsLeft: left),
      ] {
        let told = CommandFailure(failure).document["error"]?["attemptsLeft"]
        #expect(told?.int == left.map(Int64.init))
      }
    }
    #expect(CommandFailure(.recoveryRefused(nextPUK: 3)).document["error"]?["nextPuk"] == 3)
    let refusal = ServerRefusal(status: 400, code: "ERR_SECURE_VAULT", message: "no")
    for failure in [TokenFailure.refused(refusal), .serverCannot(.vault, refusal)] {
      let error = CommandFailure(failure).document["error"]
      #expect(error?["serverCode"] == "ERR_SECURE_VAULT")
    }
  }

  /// The table of the manual, made from this one; a code that has several reasons shows the first.
  static var manualLines: [String] {
    var codes: Set<String> = []
    return FailureTable.rows.filter { codes.insert($0.code).inserted }.map { row in
      "| `\(row.code)` | \(row.status) | \(row.happened) |"
    }
  }

  static func manual() throws -> String {
    let path = URL(filePath: ExampleConfigurationTests.path).deletingLastPathComponent()
      .appending(path: "docs/command-line.md").path
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the manual prints the table`() throws {
    let lines = try Self.manual().split(separator: "\n").map(String.init)
    let missing = Self.manualLines.filter { !lines.contains($0) }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
    let known = Set(FailureTable.rows.map(\.code))
    let foreign = lines.filter { $0.hasPrefix("| `") && $0.split(separator: "|").count == 3 }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
      .filter { $0.contains("_") && !known.contains($0) && !Self.own.contains($0) }
    #expect(foreign.isEmpty, "\(foreign)")
  }

  /// Failures of the command line itself.
  static let own = [
    FailureCode.usage, FailureCode.configuration, FailureCode.notConfirmed, FailureCode.sandbox,
    FailureCode.pushMessage,
  ]

  @Test func `the manual names what else can fail, and every exit code`() throws {
    let manual = try Self.manual()
    for code in Self.own {
      #expect(manual.contains("| `\(code)` |"), "\(code) is not documented")
    }
    for status in ExitStatus.allCases {
      #expect(manual.contains("| \(status.rawValue) |"), "\(status) is not documented")
    }
  }
}

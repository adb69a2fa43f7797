import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// The history, and decisions about operations that came another way than by the list.
  @Suite struct OperationCommands {
    private static let pin = Home.pin + "\n"

    @Test func `the history tells what became of each operation, for two factors`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let cloud = home.sandbox.cloud
        let approved = try await cloud.createPayment(for: Home.user, amount: "10.00")
        let canceled = try await cloud.createPayment(for: Home.user, amount: "11.00")
        _ = try await home.succeed("approve", approved, "--yes", "--pin-stdin", input: Self.pin)
        _ = try cloud.ask("DELETE", "operations/\(canceled)?statusReason=FRAUD_CASE")
        let history = try await home.succeed("history", "--pin-stdin", input: Self.pin)
        let entries = try #require(history["operations"]?.array)
        #expect(entries.map { $0["id"]?.string } == [canceled, approved])
        #expect(entries.map { $0["status"]?.string } == ["CANCELED", "APPROVED"])
        #expect(entries.first?["statusReason"] == "FRAUD_CASE")
        #expect(history["unreadable"] == 0)
        let text = try await Program.run(
          ["history", "--pin-stdin"] + home.options, input: Self.pin)
        #expect(text.output.contains("- cancelled (Fraud case)  ·  "))
        #expect(text.output.contains("✓ approved  ·  "))
        #expect(try await home.fail("history", "--pin-stdin", input: "9999\n") == "3 wrong_pin")
        #expect(try await home.fail("history") == "2 usage")
        _ = try cloud.ask("PUT", "sandbox/faults", ["missingEndpoints": ["/operation/history"]])
        #expect(
          try await home.fail("history", "--pin-stdin", input: Self.pin) == "3 server_cannot")
      }
    }

    @Test func `what the bank can show is shown, however it was named`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let cloud = home.sandbox.cloud
        let id = try await cloud.createPayment(for: Home.user, amount: "12.00")
        let data = try #require(try await home.succeed("show", id)["data"]?.string)
        let other = try await home.run(
          "approve", "--id", id, "--data", data + " ", "--yes", "--pin-stdin", input: Self.pin)
        #expect(other.status == 1)
        #expect(try other.document["error"]?["code"] == "data_mismatch")
        #expect(try await cloud.status(ofOperation: id) == "PENDING")
        let approved = try await home.run(
          "approve", "--id", id, "--data-stdin", "--yes", "--pin-stdin", input: Self.pin + data)
        #expect(approved.status == 0, "\(approved.output)\(approved.error)")
        #expect(approved.error.contains("CZ55"), "it was shown")
        #expect(try await cloud.status(ofOperation: id) == "APPROVED")
        #expect(
          try await home.fail(
            "approve", "--id", id, "--data", data, "--yes", "--pin-stdin", input: Self.pin)
            == "3 operation_already_finished")
      }
    }

    @Test func `what the bank does not show is decided only by somebody who knows it`() async throws
    {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let cloud = home.sandbox.cloud
        func undescribed() throws -> String {
          let body: JSONValue = [
            "userId": .string(Home.user), "template": "payment", "operationType": "undescribed",
            "data": "A1*A5EUR", "parameters": ["amount": "5", "currency": "EUR", "iban": "X"],
          ]
          return try #require(try cloud.ask("POST", "operations", body)["operationId"]?.string)
        }
        let id = try undescribed()
        #expect(try await home.fail("show", id) == "3 operation_not_available")
        #expect(
          try await home.fail("approve", id, "--yes", "--pin-stdin", input: Self.pin)
            == "3 operation_not_available")
        #expect(
          try await home.fail(
            "approve", "--id", id, "--data", "A1*A5EUR", "--pin-stdin", input: Self.pin)
            == "2 usage")
        let approved = try await home.run(
          "approve", "--id", id, "--data", "A1*A5EUR", "--yes", "--pin-stdin", input: Self.pin)
        #expect(approved.status == 0, "\(approved.output)\(approved.error)")
        #expect(approved.error.contains("The content of this operation cannot be shown"))
        #expect(try await cloud.status(ofOperation: id) == "APPROVED")
        let unwanted = try undescribed()
        let rejected = try await home.succeed(
          "reject", "--id", unwanted, "--yes", "--reason", "PREAPPROVAL")
        #expect(rejected["reason"] == "PREAPPROVAL")
        #expect(rejected["dataSha256"] == nil)
        let state = try cloud.ask("GET", "operations/\(unwanted)")
        #expect(state["additionalData"]?["rejectReason"] == "PREAPPROVAL")
      }
    }

    @Test(arguments: [
      ["approve"], ["approve", "x", "--id", "x", "--data", "d"], ["approve", "x", "--data", "d"],
      ["approve", "--id", "x"], ["approve", "--id", "x", "--data", "d", "--data-stdin"],
      ["approve", "--id", "x", "--data", ""], ["approve", "x", "--one-factor"],
      ["approve", "--id", "x", "--data", "d", "--one-factor", "--biometry"], ["reject"],
    ])
    func `an operation is named once, and data go with an identifier`(
      arguments: [String]
    ) async throws {
      let result = try await Program.run(["--json"] + arguments, input: "")
      #expect(result.status == 2)
      #expect(try result.document["error"]?["code"] == "usage")
    }

    @Test func `a lost answer leads to the command that finds out, and the next try asks first`()
      async throws
    {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let cloud = home.sandbox.cloud
        let id = try await cloud.createPayment(for: Home.user, amount: "13.00")
        _ = try cloud.ask("PUT", "sandbox/faults", ["lostAnswers": ["/operation/authorize"]])
        let lost = try await home.run("approve", id, "--yes", "--pin-stdin", input: Self.pin)
        #expect(lost.status == 8)
        let error = try #require(try lost.document["error"])
        #expect(error["code"] == "outcome_unknown")
        #expect(error["next"]?.string?.contains("countersign show \(id)") == true)
        #expect(
          try await home.fail("approve", id, "--yes", "--pin-stdin", input: Self.pin)
            == "3 operation_already_finished")
        #expect(try await cloud.status(ofOperation: id) == "APPROVED")
      }
    }
  }
}

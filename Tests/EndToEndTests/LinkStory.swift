import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Links and codes from the bank's page to the approval, with the real program and sandbox.
  @Suite struct LinkStory {
    private static func open(
      _ bank: Cloud, userID: String?, hasCode: Bool
    ) throws -> JSONValue {
      var body: [String: JSONValue] = [
        "template": "login", "proximityCheckEnabled": .bool(hasCode),
        "ui": ["preApprovalScreen": ["type": "QR_SCAN"]],
      ]
      body["userId"] = userID.map(JSONValue.string)
      return try bank.ask("POST", "/operations", .object(body))
    }

    @Test func `links are told apart, claimed, and their codes approve`() async throws {
      try await Home.with { home in
        let bank = home.sandbox.cloud
        _ = try await home.activateAndCommit()
        let page = try Self.open(bank, userID: nil, hasCode: true)
        let id = try #require(page["operationId"]?.string)
        let link = try #require(page["proximityLink"]?.string)
        let told = try await home.succeed("open", link)
        #expect(told == ["kind": "operation", "operationId": .string(id), "hasCode": true])
        #expect(try await home.succeed("open", "-", input: link + "\r\n") == told)
        #expect(try bank.ask("GET", "/operations/\(id)")["userId"] == nil, "nobody was asked")
        #expect(try await home.succeed("claim", id)["id"]?.string == id)
        try await Self.refusals(home, id)
        let fresh = try #require(
          try bank.ask("GET", "/operations/\(id)")["proximityQrCodeData"]?.string)
        let approved = try await home.succeed("approve", id, "--yes", "--link", fresh)
        #expect(approved["result"] == "APPROVED")
        #expect(try await bank.status(ofOperation: id) == "APPROVED")
        #expect(try await home.fail("claim", id) == "3 operation_already_finished")
      }
    }

    /// None of these costs the operation an attempt but the wrong code.
    private static func refusals(_ home: Home, _ id: String) async throws {
      #expect(try await home.fail("approve", id, "--yes") == "1 approval_closed")
      #expect(
        try await home.fail("approve", id, "--yes", "--link", "mtoken://o?oid=other&potp=1")
          == "1 code_of_other_operation")
      #expect(
        try await home.fail("approve", id, "--yes", "--link", "mtoken://o?oid=\(id)")
          == "2 link_without_code")
      #expect(
        try await home.fail("approve", id, "--yes", "--proximity-code", "12x")
          == "2 link")
      #expect(
        try await home.fail(
          "approve", id, "--yes", "--proximity-stdin", input: "00000000\n")
          == "3 operation_refused")
      let failures = try home.sandbox.cloud.ask("GET", "/operations/\(id)")["failureCount"]
      #expect(failures == 1)
      #expect(try await home.fail("open", "https://bank.example/") == "2 link")
      #expect(try await home.fail("claim", "nowhere") == "3 operation_not_available")
    }

    @Test func `PIN and code come from one pipe`() async throws {
      try await Home.with { home in
        let bank = home.sandbox.cloud
        _ = try await home.activateAndCommit()
        let page = try bank.ask(
          "POST", "/operations",
          [
            "userId": .string(Home.user), "template": "payment", "proximityCheckEnabled": true,
            "parameters": ["amount": "7", "currency": "EUR", "iban": "CZ55"],
          ])
        let id = try #require(page["operationId"]?.string)
        let otp = try #require(page["proximityOtp"]?.string)
        let approved = try await home.succeed(
          "approve", id, "--yes", "--pin-stdin", "--proximity-stdin",
          input: "\(Home.pin)\n\(otp)\n")
        #expect(approved["result"] == "APPROVED")
      }
    }

    @Test func `a link opens the interface at its operation`() async throws {
      try await Home.with { home in
        let bank = home.sandbox.cloud
        _ = try await home.activateAndCommit()
        let page = try Self.open(bank, userID: nil, hasCode: true)
        let id = try #require(page["operationId"]?.string)
        let link = try #require(page["proximityLink"]?.string)
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "open", link] + home.options)
          try await window.wait(for: "The code of your bank's page is here")
          try await window.press("a")
          try await window.wait(for: "A code must be scanned")
          try await window.press("c")
          try await window.wait(for: "No PIN is needed")
          try await window.press("y")
          try await window.wait(for: "✓ Approved")
        }
        #expect(try await bank.status(ofOperation: id) == "APPROVED")
      }
    }

    @Test func `the desktop is told of a scheme, and told to forget it`() async throws {
      try await Home.with { home in
        let data = home.path + "/data"
        func run(_ arguments: String...) async throws -> Program.Result {
          try await Program.run(
            ["--json", "desktop-entry"] + arguments + home.options,
            environment: ["HOME": home.path, "XDG_CONFIG_HOME": data, "XDG_DATA_HOME": data])
        }
        let installed = try await run("--install", "--scheme", "MToken")
        #expect(installed.status == 0, "\(installed.output)\(installed.error)")
        #expect(try installed.document["schemes"] == ["mtoken"])
        let file = data + "/applications/countersign-open.desktop"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains(" open -- %u\n"))
        #expect(text.contains("--config \(home.configuration)"))
        #expect(text.contains("MimeType=x-scheme-handler/mtoken;\n"))
        for removed in [true, false] {
          #expect(try await run("--uninstall").document["removed"] == .bool(removed))
        }
        #expect(!FileManager.default.fileExists(atPath: file))
        for arguments in [["--install"], ["--scheme", "https"], ["--scheme", "a b"]] {
          #expect(
            try await Program.run(["desktop-entry"] + arguments + home.options).status == 2)
        }
      }
    }
  }
}

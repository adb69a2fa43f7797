import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// An activation moves to another client, and back.
  @Suite struct StateCommands {
    private static let passphrase = "four words of mine"

    @Test(arguments: FactorCommands.versions)
    func `an activation leaves in a locked file, and comes back`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await home.activateAndCommit()
        let file = home.path + "/state.json"
        let export = [
          "export-state", file, "--yes", "--passphrase-stdin", "--pin-stdin",
        ]
        let input = Self.passphrase + "\n2580\n"
        let written = try await Program.run(["--json"] + export + home.options, input: input)
        #expect(written.status == 0, "\(written.error)")
        #expect(written.error.contains("WARNING"))
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let again = try await Program.run(["--json"] + export + home.options, input: "")
        #expect(again.status == 2)
        #expect(again.error.contains("is there already"))
        try await Self.comesBack(home, file, registration)
      }
    }

    private static func comesBack(
      _ home: Home, _ file: String, _ registration: String
    ) async throws {
      let arguments = ["import-state", "--yes", "--passphrase-stdin"]
      #expect(
        try await home.fail(
          "import-state", file, "--yes", "--passphrase-stdin", input: passphrase + "\n")
          == "1 already_activated")
      _ = try await home.succeed("remove", "--local", "--yes")
      #expect(
        try await home.fail(
          "import-state", file, "--yes", "--passphrase-stdin", input: "another passphrase\n")
          == "1 state_wrong_passphrase")
      let content = try String(contentsOfFile: file, encoding: .utf8)
      let back = try await Program.run(
        ["--json"] + arguments + ["-", "--name", "Back"] + home.options,
        input: passphrase + "\n" + content)
      #expect(back.status == 0, "\(back.output)\(back.error)")
      #expect(try back.document["activationId"]?.string == registration)
      let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1.00")
      _ = try await home.succeed("approve", id, "--yes", "--pin-stdin", input: "2580\n")
    }

    @Test(arguments: FactorCommands.versions)
    func `a bare session needs its possession key`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await home.activateAndCommit()
        let key = try home.file("possession", "AAECAwQFBgcICQoLDA0ODw==")
        let other = try home.file("other", "0123456789abcdef")
        let file = home.path + "/session"
        _ = try await home.succeed(
          "export-state", file, "--bare", "--possession-key-file", key, "--yes", "--pin-stdin",
          input: "2580\n")
        _ = try await home.succeed("remove", "--local", "--yes")
        #expect(try await home.fail("import-state", file, "--yes") == "2 usage")
        #expect(
          try await home.fail("import-state", file, "--yes", "--possession-key-file", other)
            == "1 state_damaged_keys")
        #expect(try await home.fail("status") == "4 no_activation")
        let taken = try await home.succeed(
          "import-state", file, "--yes", "--possession-key-file", key)
        #expect(taken["activationId"]?.string == registration)
        _ = try await home.succeed("pin", "check", "--pin-stdin", input: "2580\n")
      }
    }

    @Test(arguments: [
      ("", "2 state_not_a_state"), ("PB", "2 state_not_a_state"), ("PA", "2 state_truncated"),
      ("PA\u{0}", "2 state_no_activation"), ("PA\u{0}x", "2 state_trailing_bytes"),
      ("PA\u{2}P9", "2 state_unsupported_version"), ("PA\u{2}P6short", "2 state_truncated"),
      ("{\"format\": \"countersign-state\", \"version\": 9}", "2 state_unsupported_version"),
      ("{\"format\": \"countersign-state\"}", "2 state_not_a_state"),
    ])
    func `a file that is no session is refused, and nothing is kept`(
      content: String, expected: String
    ) async throws {
      try await Home.with { home in
        let file = try home.file("session", content)
        #expect(
          try await home.fail(
            "import-state", file, "--yes", "--passphrase-stdin", input: Self.passphrase + "\n")
            == expected)
        #expect(try await home.fail("status") == "4 no_activation")
      }
    }

    @Test func `nothing leaves without a yes, a long passphrase and the right PIN`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let file = home.path + "/state.json"
        let options = ["--passphrase-stdin", "--pin-stdin"]
        for (arguments, input, expected) in [
          (options, Self.passphrase + "\n2580\n", 2), (options + ["--yes"], "short\n2580\n", 2),
          (options + ["--yes"], Self.passphrase + "\n9999\n", 3), (options + ["--bare"], "", 2),
        ] {
          let result = try await Program.run(
            ["--json", "export-state", file] + arguments + home.options, input: input)
          #expect(result.status == Int32(expected), "\(result.output)")
          #expect(!FileManager.default.fileExists(atPath: file))
        }
      }
    }
  }
}

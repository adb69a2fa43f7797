import Foundation
import Testing
import TokenModel

/// What the desktop's keyring needs; a machine without it has no such tests.
private enum DesktopTools {
  static let areInstalled = ["dbus-run-session", "gnome-keyring-daemon", "secret-tool"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }
}

extension EndToEnd {
  /// The unlocked desktop in place of the PIN, with a real keyring on a bus of its own.
  @Suite(.enabled(if: DesktopTools.areInstalled)) struct BiometryCommands {
    @Test(arguments: FactorCommands.versions)
    func `the desktop's keyring approves in place of the PIN`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        _ = try await home.activateAndCommit()
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "7.00")
        let result = try await Self.inSession(
          home,
          """
          echo \(Home.pin) | token biometry add --provider desktop --pin-stdin
          token approve \(id) --yes --biometry
          token sign --uri-id /mobile/login --biometry - < /dev/null
          token biometry remove
          token pin check --pin-stdin < pin
          """)
        let documents = try Self.documents(result.output)
        try #require(documents.count == 5, "\(result.output)\(result.error)")
        #expect(documents[0]["enabled"] == "desktop")
        #expect(documents[1]["result"] == "APPROVED")
        #expect(
          documents[2]["value"]?.string?.contains("pa_signature_type=\"possession_biometry\"")
            == true)
        #expect(documents[3]["enabled"] == nil)
        #expect(documents[4]["pin"] == "correct")
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
      }
    }

    @Test func `without its session the factor fails, and no attempt is spent`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "7.00")
        let added = try await Self.inSession(
          home, "echo \(Home.pin) | token biometry add --pin-stdin")
        #expect(try Self.documents(added.output).last?["enabled"] == "desktop", "\(added.error)")
        #expect(
          try await home.fail("approve", id, "--yes", "--biometry") == "1 biometry_unavailable")
        #expect(
          try await home.fail("biometry", "add", "--pin-stdin", input: "2580\n")
            == "1 biometry_already_set_up")
        #expect(try await home.succeed("status")["attemptsLeft"] == 5)
        #expect(try await home.succeed("biometry", "remove")["enabled"] == nil)
      }
    }

    /// Runs a script in a session with an unlocked keyring; `token` is the program in JSON mode.
    private static func inSession(_ home: Home, _ script: String) async throws -> Program.Result {
      let runtime = home.path + "/run"
      try FileManager.default.createDirectory(
        atPath: runtime, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      _ = try home.file("pin", Home.pin + "\n")
      let options = home.options.map { "'\($0)'" }.joined(separator: " ")
      let text = """
        cd '\(home.path)'
        printf keyring | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1
        token() { '\(try Program.path)' --json "$@" \(options); }
        \(script)
        """
      return try await Tool.finish(
        "/usr/bin/dbus-run-session", ["--", "/bin/sh", "-c", text], input: "",
        environment: ["HOME": home.path, "XDG_RUNTIME_DIR": runtime])
    }

    /// Several documents one behind the other.
    private static func documents(_ output: String) throws -> [JSONValue] {
      try output.split(separator: "\n}\n", omittingEmptySubsequences: true)
        .map { try JSONValue(parsing: Array("\($0)\n}".utf8)) }
    }
  }
}

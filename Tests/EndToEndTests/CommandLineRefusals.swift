import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// What the command line refuses, and how it says so.
  @Suite struct CommandLineRefusals {
    @Test func `nothing is decided that standard output did not show`() async throws {
      try await Home.with { home in
        let registration = try await home.activate()
        try await home.sandbox.cloud.commit(registration)
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "10.00")
        let unshown = try await Tool.finish(
          "/bin/sh",
          ["-c", #"exec "$0" "$@" > /dev/full"#, try Program.path]
            + ["approve", id, "--yes", "--pin-stdin"] + home.options,
          input: "2580\n", environment: [:])
        #expect(unshown.status == 7)
        #expect(unshown.error.contains("nothing was signed"))
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "PENDING")
        let unheard = try await Tool.finish(
          "/bin/sh",
          ["-c", #"exec "$0" "$@" > /dev/full"#, try Program.path]
            + ["--json", "approve", id, "--yes", "--pin-stdin"] + home.options,
          input: "2580\n", environment: [:])
        #expect(unheard.status == 7)
        #expect(unheard.error.contains("may be done all the same"))
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
      }
    }

    @Test func `an unexpected hash signs nothing, and the right one signs`() async throws {
      try await Home.with { home in
        let registration = try await home.activate()
        try await home.sandbox.cloud.commit(registration)
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "10.00")
        let wrong = String(repeating: "0", count: 64)
        let refused = try await home.run(
          "approve", id, "--yes", "--pin-stdin", "--expect-data-sha256", wrong, input: "2580\n")
        #expect(refused.status == 1)
        #expect(try refused.document["error"]?["code"] == "data_mismatch")
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "PENDING")
        let data = try #require(try await home.run("show", id).document["data"]?.string)
        let hash = try await Tool.finish(
          "/usr/bin/sha256sum", [], input: data, environment: [:]
        ).output.prefix(64)
        let approved = try await home.run(
          "approve", id, "--yes", "--pin-stdin", "--expect-data-sha256", hash.uppercased(),
          input: "2580\n")
        #expect(approved.status == 0, "\(approved.output)\(approved.error)")
        #expect(try approved.document["dataSha256"]?.string == String(hash))
      }
    }

    @Test func `without a terminal a decision needs --yes and a PIN --pin-stdin`() async throws {
      try await Home.with { home in
        let registration = try await home.activate()
        try await home.sandbox.cloud.commit(registration)
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "10.00")
        for arguments in [["approve", id], ["approve", id, "--yes"], ["reject", id]] {
          let result = try await Program.run(arguments + ["--json"] + home.options, input: "yes\n")
          #expect(result.status == 2)
          #expect(try result.document["error"]?["code"] == "usage")
        }
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "PENDING")
      }
    }

    @Test func `without a terminal keys are destroyed here only with --yes`() async throws {
      try await Home.with { home in
        let registration = try await home.activateAndCommit()
        #expect(try await home.fail("remove", "--local", input: "remove\n") == "2 usage")
        #expect(try await home.fail("remove", "--yes", input: "2580\n") == "2 usage")
        #expect(try await home.succeed("status")["activationId"]?.string == registration)
        #expect(try await home.succeed("remove", "--local", "--yes")["removed"] == "locally")
        #expect(try await home.fail("status") == "4 no_activation")
      }
    }

    @Test func `a second activation over a live one is refused`() async throws {
      try await Home.with { home in
        _ = try await home.activate()
        let other = try await home.sandbox.cloud.createRegistration(user: Home.user)
        let result = try await home.run("activate", other.code, "--pin-stdin", input: "2580\n")
        #expect(result.status == 1)
        #expect(try result.document["error"]?["code"] == "already_activated")
      }
    }

    @Test func `a forged code is refused before anything is sent`() async throws {
      try await Home.with { home in
        let code = try await home.sandbox.cloud.createRegistration(user: Home.user).code
        let other = try await home.sandbox.cloud.createRegistration(user: Home.user).code
        let forged = code.prefix(23) + "#" + other.dropFirst(24)
        let result = try await home.run(
          "activate", String(forged), "--pin-stdin", input: "2580\n")
        #expect(result.status == 1)
        #expect(try result.document["error"]?["code"] == "foreign_activation_code")
      }
    }

    @Test func `a server that is not there is a network failure, and keeps nothing`() async throws {
      try await Home.with { home in
        let code = try await home.sandbox.cloud.createRegistration(user: Home.user).code
        home.sandbox.stop()
        let result = try await home.run("activate", code, "--pin-stdin", input: "2580\n")
        #expect(result.status == 5)
        #expect(try await home.run("status").status == 4)
      }
    }

    @Test func `a state directory that others may read is refused with the mending command`()
      async throws
    {
      try await Home.with { home in
        _ = try await home.activate()
        chmod(home.state, 0o755)
        let result = try await home.run("status")
        #expect(result.status == 7)
        #expect(
          try result.document["error"]?["next"]?.string == "Run: chmod 700 '\(home.state)'")
      }
    }

    @Test func `JSON mode keeps standard output for one document`() async throws {
      try await Home.with { home in
        for arguments in [["status"], ["show"], ["nonsense"], ["operations", "--help"]] {
          let result = try await Program.run(arguments + ["--json"] + home.options)
          #expect(try result.document.object != nil)
        }
      }
    }
  }
}

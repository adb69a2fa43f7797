import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Every way into an activation, and what the server says about it, by command line.
  @Suite struct ActivationCommands {
    private static let form = """
      oidc_provider = "sandbox"
      [[profiles.default.credentials]]
      name = "username"
      [[profiles.default.credentials]]
      name = "password"
      secret = true
      """

    @Test(arguments: FactorCommands.versions)
    func `a one-time password goes along with the code`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let created = try home.sandbox.cloud.ask(
          "POST", "registrations",
          ["userId": "jane", "otp": "1234", "otpValidation": "ON_KEY_EXCHANGE"])
        let code = created["activationCode"]?.string ?? ""
        #expect(
          try await home.fail("activate", code, "--otp", "4321", "--pin-stdin", input: "2580\n")
            == "3 activation_refused")
        #expect(try await home.fail("status") == "4 no_activation")
        _ = try await home.succeed(
          "activate", code, "--otp-stdin", "--pin-stdin", "--extras", "terminal",
          "--attribute", "branch=Brno", "--name", "Jane's laptop", input: "1234\n2580\n")
        let status = try await home.succeed("status")
        #expect(status["state"] == "ACTIVE")
        #expect(status["deviceName"] == "Jane's laptop")
      }
    }

    @Test(arguments: FactorCommands.versions)
    func `the bank's own credentials activate, given or asked for`(version: String) async throws {
      try await Home.with(protocolVersion: version, configuration: Self.form) { home in
        #expect(
          try await home.fail(
            "activate", "--credential", "username=alice", "--credential", "password=wrong",
            "--pin-stdin", input: "2580\n") == "3 activation_refused")
        let words = try await Program.run(
          ["activate", "--credential", "username=alice", "--credential", "password=wrong"]
            + ["--pin-stdin"] + home.options, input: "2580\n")
        #expect(words.error.contains("What you entered is wrong"))
        #expect(!words.error.contains("one-time password"))
        #expect(
          try await home.fail("activate", "--form", "--pin-stdin", input: "2580\n") == "2 usage")
        #expect(
          try await home.fail("activate", "--form-stdin", "--pin-stdin", input: "\nx\n2580\n")
            == "2 empty_attribute")
        let activated = try await home.succeed(
          "activate", "--credential", "username=alice", "--form-stdin", "--pin-stdin",
          input: "sandbox\n2580\n")
        #expect(activated["activationId"]?.string?.count == 36)
        #expect(try await home.succeed("status")["state"] == "ACTIVE")
        #expect(try await home.succeed("user-info")["sub"] == "alice")
      }
    }

    @Test(arguments: FactorCommands.versions)
    func `a recovery code is shown, and replaces the lost device`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        _ = try home.sandbox.cloud.ask(
          "PUT", "recovery-configuration",
          ["activationRecoveryEnabled": true, "recoveryPostcardEnabled": true])
        let created = try await home.sandbox.cloud.createRegistration(user: Home.user)
        let activated = try await home.succeed(
          "activate", created.code, "--pin-stdin", input: "2580\n")
        try await home.sandbox.cloud.commit(created.id)
        let codes = try await home.succeed("recovery", "show", "--pin-stdin", input: "2580\n")
        #expect(codes == activated["recovery"])
        try await Self.postcard(home)
        _ = try await home.succeed("remove", "--local", "--yes")
        let code = "R:" + (codes["code"]?.string ?? "")
        let wrong = try await home.run(
          "activate", "--recovery", code, "--puk-stdin", "--pin-stdin",
          input: "0000000000\n2580\n")
        #expect(try wrong.document["error"]?["code"] == "recovery_refused")
        #expect(try wrong.document["error"]?["nextPuk"] == 1)
        let puk = codes["puk"]?.string ?? ""
        let again = try await home.succeed(
          "activate", "--recovery", code, "--puk-stdin", "--pin-stdin", input: "\(puk)\n7391\n")
        #expect(again["activationId"] != activated["activationId"])
        #expect(try await home.succeed("status")["state"] == "ACTIVE")
      }
    }

    private static func postcard(_ home: Home) async throws {
      let postcard = try home.sandbox.cloud.ask(
        "POST", "recovery-codes", ["userId": .string(Home.user), "pukCount": 3])
      let code = postcard["recoveryCode"]?.string ?? ""
      for isKnown in [false, true] {
        let answer = try await home.succeed(
          "recovery", "confirm", code, "--pin-stdin", input: "2580\n")
        #expect(answer["alreadyConfirmed"]?.bool == isKnown)
      }
      #expect(
        try await home.fail(
          "recovery", "confirm", "AAAAA-AAAAA-AAAAA-AAAAA", "--pin-stdin", input: "2580\n")
          == "3 recovery_refused")
    }

    @Test func `a sign-in with the browser activates`() async throws {
      try await Home.with(configuration: Self.form) { home in
        let arguments = ["activate", "--oidc", "--pin-stdin", "--json"] + home.options
        let run = try await Program.conversation(arguments, input: "2580\n") { line in
          line.hasPrefix("http") ? try Cloud.browse(line) : nil
        }
        #expect(run.result.status == 0, "\(run.result.output)\(run.result.error)")
        #expect(run.answer?.contains(" 200 ") == true)
        #expect(try run.result.document["fingerprint"]?.string?.count == 8)
        #expect(try await home.succeed("status")["state"] == "ACTIVE")
      }
    }

    @Test func `what the browser brings from elsewhere is no sign-in`() async throws {
      try await Home.with(configuration: Self.form) { home in
        let foreign = try await home.fail(
          "activate", "--oidc", "--redirect-stdin", "--pin-stdin",
          input: "http://127.0.0.1/oidc/callback?code=x&state=y\n2580\n")
        #expect(foreign == "1 oidc_invalid_redirect")
        let elsewhere = try await home.fail(
          "activate", "--oidc", "--redirect-stdin", "--pin-stdin",
          input: "https://evil.example/?code=x\n2580\n")
        #expect(elsewhere == "1 oidc_invalid_redirect")
        let stateless = try await home.fail(
          "activate", "--oidc", "--redirect-stdin", "--pin-stdin",
          input: "/oidc/callback?code=x&state=y\n2580\n")
        #expect(stateless == "1 oidc_state_mismatch")
        #expect(try await home.fail("status") == "4 no_activation")
      }
      try await Home.with { home in
        let refused = try await home.fail(
          "activate", "--oidc", "--pin-stdin", input: "2580\n")
        #expect(refused == "2 oidc_not_offered")
      }
    }

    @Test(arguments: [
      (["ABCDE-ABCDE-ABCDE-ABCDE"], "2580\n", "2 activation_code"),
      (["ABCDE-ABCDE-ABCDE"], "2580\n", "2 activation_code"),
      (["--recovery", "R:ABCDE-ABCDE-ABCDE-ABCDE", "--puk-stdin"], "", "2 activation_code"),
      (["--recovery", goodCode, "--puk-stdin"], "123456789\n2580\n", "2 puk_format"),
      (["--recovery", goodCode, "--puk-stdin"], "12345678901\n2580\n", "2 puk_format"),
      (["--recovery", goodCode, "--puk-stdin"], "123456789a\n2580\n", "2 puk_format"),
      ([goodCode, "--name", String(repeating: "n", count: 256)], "2580\n", "2 too_long"),
      ([goodCode, "--otp", String(repeating: "1", count: 256)], "2580\n", "2 too_long"),
      ([goodCode, "--extras", String(repeating: "e", count: 4001)], "2580\n", "2 too_long"),
      ([goodCode], "258\n", "2 pin_too_short"),
      ([goodCode], "\u{7}bell\n", "2 usage"),
      ([goodCode], String(repeating: "4", count: 129) + "\n", "2 usage"),
      ([goodCode], "", "2 usage"),
      (["--credential", "username="], "2580\n", "2 empty_attribute"),
      ([], "2580\n", "2 usage"),
    ])
    func `hostile input ends with 2, and nothing is kept or sent`(
      arguments: [String], input: String, expected: String
    ) async throws {
      try await Home.with { home in
        let result = try await Program.run(
          ["--json", "activate", "--pin-stdin"] + arguments + home.options, input: input)
        let code = try result.document["error"]?["code"]?.string ?? result.output
        #expect("\(result.status) \(code)" == expected)
        let kept = try FileManager.default.contentsOfDirectory(atPath: home.state)
        #expect(kept.allSatisfy { $0 == "countersign.log" }, "\(kept)")
        let devices = try home.sandbox.cloud.ask("GET", "registrations?userId=jane")
        #expect(devices["registrations"] == [])
      }
    }

    /// The checksum fits; the server knows no such code.
    private static let goodCode = "AAAAA-AAAAA-AAAAA-AAAAA"
  }
}

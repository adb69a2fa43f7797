import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// What belongs to an activation beside its factors: tokens, names, the clock, other profiles.
  @Suite struct ProfileCommands {
    @Test(arguments: FactorCommands.versions)
    func `tokens are made once, used by name and removed`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        _ = try await home.activateAndCommit()
        #expect(try await home.succeed("tokens", "list")["tokens"] == [])
        #expect(try await home.fail("tokens", "header", "shop") == "1 no_token")
        let made = try await home.succeed(
          "tokens", "create", "shop", "--factors", "possession_knowledge", "--pin-stdin",
          input: "2580\n")
        #expect(made["factors"] == "possession_knowledge")
        _ = try await home.succeed("tokens", "create", "plain")
        let names = try await home.succeed("tokens", "list")["tokens"]?.array
        #expect(names?.compactMap { $0["name"]?.string }.sorted() == ["plain", "shop"])
        let header = try await home.succeed("tokens", "header", "shop")
        #expect(header["name"] == "X-PowerAuth-Token")
        let id = try #require(made["tokenId"]?.string)
        #expect(header["value"]?.string?.contains("token_id=\"\(id)\"") == true)
        _ = try await home.succeed("tokens", "remove", "shop")
        #expect(try await home.fail("tokens", "header", "shop") == "1 no_token")
        #expect(try await home.fail("tokens", "create", "") == "2 empty_attribute")
        #expect(
          try await home.fail("tokens", "create", String(repeating: "t", count: 256))
            == "2 too_long")
      }
    }

    @Test(arguments: FactorCommands.versions)
    func `the server tells who one is, and takes another name`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await home.activateAndCommit()
        _ = try home.sandbox.cloud.ask(
          "PUT", "users/\(Home.user)", ["claims": ["name": "Jane Doe"]])
        _ = try home.sandbox.cloud.ask(
          "PUT", "registrations/\(registration)/custom-object",
          ["customObject": ["branch": "Brno"]])
        #expect(try await home.succeed("user-info")["name"] == "Jane Doe")
        #expect(try await home.succeed("status")["customObject"] == ["branch": "Brno"])
        let detail = try await home.succeed("detail", "--pin-stdin", input: "2580\n")
        #expect(detail["activationName"] == "Test terminal")
        let renamed = try await home.succeed("rename", "Laptop", "--pin-stdin", input: "2580\n")
        #expect(renamed["deviceName"] == "Laptop")
        #expect(try await home.succeed("status")["deviceName"] == "Laptop")
        #expect(
          try await home.fail("rename", String(repeating: "n", count: 256), "--pin-stdin")
            == "2 too_long")
        #expect(try await home.fail("rename", "", "--pin-stdin") == "2 empty_attribute")
        _ = try home.sandbox.cloud.ask("PUT", "sandbox/faults", ["refusesRename": true])
        #expect(
          try await home.fail("rename", "Other", "--pin-stdin", input: "2580\n")
            == "3 server_cannot")
        #expect(try await home.succeed("status")["deviceName"] == "Laptop")
      }
    }

    @Test(arguments: FactorCommands.versions)
    func `a clock that is wrong by a day does no harm`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let day = 86_400
        _ = try home.sandbox.cloud.ask(
          "PUT", "sandbox/faults", ["clockShiftSeconds": .number(.init(day))])
        _ = try await home.activateAndCommit()
        let report = try await home.succeed("time")
        let adjustment = try #require(report["adjustmentMilliseconds"]?.int)
        #expect(abs(adjustment - Int64(day) * 1000) < 5000)
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1.00")
        _ = try await home.succeed("approve", id, "--yes", "--pin-stdin", input: "2580\n")
      }
    }

    @Test(arguments: FactorCommands.versions)
    func `an activation of protocol 2 is upgraded by the next status`(version: String) async throws
    {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await home.activateAndCommit()
        let key = try home.file("possession", "0123456789abcdef")
        let file = home.path + "/session"
        _ = try await home.succeed(
          "export-state", file, "--bare", "--possession-key-file", key, "--yes", "--pin-stdin",
          input: "2580\n")
        _ = try await home.succeed("remove", "--local", "--yes")
        try Self.makeOld(file, counter: 7)
        _ = try home.sandbox.cloud.ask(
          "PUT", "registrations/\(registration)/version", ["version": 2, "counter": 7])
        _ = try await home.succeed("import-state", file, "--yes", "--possession-key-file", key)
        #expect(try await home.succeed("status")["state"] == "ACTIVE")
        let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1.00")
        _ = try await home.succeed("approve", id, "--yes", "--pin-stdin", input: "2580\n")
      }
    }

    /// The layout of version 3: a number in place of the hash chain, and nothing at the end.
    private static func makeOld(_ file: String, counter: UInt8) throws {
      var bytes = Array(try Data(contentsOf: URL(filePath: file)))
      bytes[4] = UInt8(ascii: "3")
      bytes.replaceSubrange(5..<22, with: [0, 0, 0, 0, 0, 0, 0, counter])
      bytes[bytes.count - 1] = 0
      try Data(bytes).write(to: URL(filePath: file))
    }

    @Test func `profiles stand side by side, each with its activation`() async throws {
      try await Home.with(configuration: "bank = \"Bank of Jane\"") { home in
        let second = """

          [profiles.work]
          server = "\(home.sandbox.server)"
          sdk_configuration = "\(home.sandbox.sdkConfiguration)"
          [profiles.broken]
          server = "http://bank.example"
          """
        let text = try String(contentsOfFile: home.configuration, encoding: .utf8)
        try (text + second).write(
          toFile: home.configuration, atomically: true, encoding: .utf8)
        _ = try await home.activate()
        let other = try await home.sandbox.cloud.createRegistration(user: "jim")
        _ = try await home.succeed(
          "activate", other.code, "--pin-stdin", "--profile", "work", input: "7391\n")
        let list = try await home.succeed("profiles")["profiles"]?.array ?? []
        #expect(list.map { $0["name"]?.string } == ["broken", "default", "work"])
        #expect(list[0]["problem"]?.string?.contains("profiles.broken") == true)
        #expect(list[1]["bank"] == "Bank of Jane")
        #expect(list[2]["activation"]?["activationId"]?.string == other.id)
        _ = try await home.succeed("remove", "--local", "--yes", "--profile", "work")
        let left = try await home.succeed("profiles")["profiles"]?.array ?? []
        #expect(left.map { $0["activation"] != nil } == [false, true, false])
      }
    }
  }
}

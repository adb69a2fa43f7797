import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// What proves an activation, and what it unlocks, by command line against the sandbox.
  @Suite struct FactorCommands {
    static let versions = ["3.3", "3.2", "3.1", "3.0"]

    @Test(arguments: versions)
    func `a PIN is checked, changed and needed for keys`(version: String) async throws {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await home.activateAndCommit()
        #expect(
          try await home.succeed("pin", "check", "--pin-stdin", input: "2580\n")["pin"] == "correct"
        )
        #expect(
          try await home.fail("pin", "check", "--pin-stdin", input: "9999\n") == "3 wrong_pin")
        #expect(
          try await home.fail("pin", "change", "--pin-stdin", input: "9999\n7391\n")
            == "3 wrong_pin")
        _ = try await home.succeed("pin", "change", "--pin-stdin", input: "2580\n7391\n")
        #expect(
          try await home.fail("pin", "check", "--pin-stdin", input: "2580\n") == "3 wrong_pin")
        _ = try await home.succeed("pin", "check", "--pin-stdin", input: "7391\n")
        try await Self.keys(home)
        try await Self.requests(home)
        try await Self.signatures(home, registration)
      }
    }

    /// The same number gives the same key, another one another.
    private static func keys(_ home: Home) async throws {
      var keys: [String?] = []
      for index in ["7", "7", "18446744073709551615"] {
        let answer = try await home.succeed(
          "vault-key", "--index", index, "--pin-stdin", input: "7391\n")
        #expect(answer["index"]?.string == index)
        keys.append(answer["key"]?.string)
      }
      #expect(keys[0] == keys[1])
      #expect(keys[0] != keys[2])
      #expect(keys[0].flatMap { Data(base64Encoded: $0) }?.count == 16)
    }

    private static func requests(_ home: Home) async throws {
      let cloud = home.sandbox.cloud
      let body = try home.file("login.json", "{}")
      let post = try await home.succeed(
        "sign", "--uri-id", "/mobile/login", body, "--pin-stdin", input: "7391\n")
      #expect(post["name"] == "X-PowerAuth-Authorization")
      let request: JSONValue = ["method": "POST", "uriId": "/mobile/login", "requestBody": "e30="]
      #expect(try cloud.isValid(post["value"], request))
      #expect(
        try !cloud.isValid(post["value"], request.setting("uriId", to: "/mobile/pay")))
      let piped = try await home.succeed(
        "sign", "--uri-id", "/mobile/login", "-", "--pin-stdin", input: "7391\n{}")
      #expect(try cloud.isValid(piped["value"], request))
      let get = try await home.succeed(
        "sign", "--uri-id", "/mobile/list", "--method", "GET", "--query", "b=2&a=1",
        "--factors", "possession")
      let parameters: JSONValue = ["a": "1", "b": "2"]
      #expect(
        try cloud.isValid(
          get["value"],
          ["method": "GET", "uriId": "/mobile/list", "queryParams": parameters]))
    }

    private static func signatures(_ home: Home, _ registration: String) async throws {
      let cloud = home.sandbox.cloud
      let file = try home.file("data", "{}")
      for format in ["der", "raw"] {
        let answer = try await home.succeed(
          "sign", "--device-key", file, "--format", format, "--pin-stdin", input: "7391\n")
        let verdict = try cloud.ask(
          "POST", "signature/device/verify",
          [
            "registrationId": .string(registration), "data": "e30=",
            "signature": answer["signature"] ?? .null, "format": .string(format),
          ])
        #expect(verdict["signatureValid"] == true)
      }
      let token = try await home.succeed(
        "jwt", "-", "--pin-stdin", input: "7391\n{\"sub\": \"jane\"}")
      let verdict = try cloud.ask(
        "POST", "signature/device/verify",
        ["registrationId": .string(registration), "jwt": token["jwt"] ?? .null])
      #expect(verdict["claims"] == ["sub": "jane"])
      try await verification(home, registration, file)
    }

    private static func verification(
      _ home: Home, _ registration: String, _ file: String
    ) async throws {
      for (key, member) in [("master", nil), ("personal", registration)] {
        var body: [String: JSONValue] = ["data": "e30="]
        body["registrationId"] = member.map(JSONValue.string)
        let answer = try home.sandbox.cloud.ask("POST", "signature/server", .object(body))
        let signature = try home.file("\(key).sig", answer["signature"]?.string ?? "")
        let verdict = try await home.succeed("verify", "--by", key, "--signature", signature, file)
        #expect(verdict == ["valid": true, "by": .string(key)])
        let other = try home.file("other", "{ }")
        #expect(
          try await home.fail("verify", "--by", key, "--signature", signature, other)
            == "1 forged_data")
      }
    }

    @Test func `without a desktop there is no biometry, and that is said`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let state = try await home.succeed("biometry", "status")
        #expect(state["enabled"] == nil)
        let names = state["providers"]?.array?.compactMap { $0["name"]?.string }
        #expect(names == ["fingerprint", "desktop"])
        #expect(
          try await home.fail("approve", "1", "--yes", "--biometry")
            == "3 operation_not_available")
        #expect(
          try await home.fail("pin", "check", "--biometry") == "2 usage")
        #expect(
          try await home.fail("vault-key", "--index", "1", "--biometry")
            == "1 biometry_not_set_up")
        #expect(try await home.succeed("status")["attemptsLeft"] == 5)
      }
    }

    @Test func `an external key locks the PIN, and unlocks it again`() async throws {
      try await Home.with(configuration: "external_key_file = \"key\"") { home in
        let key = try home.file("key", "AAECAwQFBgcICQoLDA0ODw==\n")
        _ = try await home.activateAndCommit()
        _ = try await home.succeed("external-key", "add")
        #expect(
          try await home.fail("external-key", "add") == "1 external_key_already_in_use")
        _ = try await home.succeed("pin", "check", "--pin-stdin", input: "2580\n")
        try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
        #expect(
          try await home.fail("pin", "check", "--pin-stdin", input: "2580\n")
            == "1 external_key_required")
        _ = try await home.succeed("status")
        _ = try home.file("key", "too short")
        #expect(
          try await home.fail("pin", "check", "--pin-stdin", input: "2580\n")
            == "2 external_key_wrong_length")
        _ = try await home.succeed("status")
        try FileManager.default.removeItem(atPath: key)
        try FileManager.default.moveItem(atPath: key + ".away", toPath: key)
        _ = try await home.succeed("external-key", "remove")
        _ = try await home.succeed("pin", "check", "--pin-stdin", input: "2580\n")
        #expect(
          try await home.fail("external-key", "remove") == "1 external_key_not_in_use")
      }
    }
  }
}

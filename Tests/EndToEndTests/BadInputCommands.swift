import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// A bank's bad day as the program itself meets it.
  @Suite struct BadInputCommands {
    private static func send(_ home: Home, _ members: [String: JSONValue]) throws -> String {
      let body = members.merging([
        "userId": .string(Home.user), "verbatim": true,
        "formData": ["title": "Title", "message": "Message"],
      ]) { given, _ in given }
      let answer = try home.sandbox.cloud.ask("POST", "operations", .object(body))
      return try #require(answer["operationId"]?.string)
    }

    @Test func `a list with broken operations shows the others and counts the broken`()
      async throws
    {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let good = try Self.send(home, [:])
        _ = try Self.send(home, ["document": "no operation"])
        _ = try Self.send(home, ["omit": ["data"]])
        let list = try await home.succeed("operations")
        #expect(list["operations"]?.array?.compactMap { $0["id"]?.string } == [good])
        #expect(list["unreadable"] == 2)
      }
    }

    @Test func `a thousand rows, a long note and text that turns round are shown and approved`()
      async throws
    {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let note = String(repeating: "All work. ", count: 6553)
        let rows: [JSONValue] =
          (1...1000).map {
            ["type": "KEY_VALUE", "id": .string("\($0)"), "label": "Row", "value": "Value"]
          } + [["type": "NOTE", "id": "note", "label": "Note", "note": .string(note)]]
        let id = try Self.send(
          home,
          [
            "attributes": .array(rows),
            "formData": ["title": "Pay \u{202E}EUR 1\u{202C}\u{1B}[2J", "message": "\u{5E9}"],
          ])
        let shown = try await home.succeed("show", id)
        #expect(shown["formData"]?["attributes"]?.array?.count == 1001)
        let approved = try await Program.run(
          ["approve", id, "--yes", "--pin-stdin"] + home.options, input: Home.pin + "\n")
        #expect(approved.status == 0, "\(approved.error)")
        #expect(!approved.output.unicodeScalars.contains("\u{1B}"))
        #expect(!approved.output.unicodeScalars.contains("\u{202E}"))
        #expect(approved.output.contains("All work. All work."))
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
      }
    }

    @Test func `push messages are registered, logged, read and believed by nobody`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let endpoint = "https://push.example/UP?token=1"
        let done = try await home.succeed(
          "push", "register", "--platform", "fcm", "-", input: endpoint + "\n")
        #expect(done == ["registered": true, "platform": "fcm"])
        let id = try await home.sandbox.cloud.createLogin(for: Home.user)
        let log = try home.sandbox.cloud.ask("GET", "push/log?userId=\(Home.user)")
        let entry = try #require(log["messages"]?.array?.last)
        #expect(entry["token"]?.string == endpoint)
        let message = String(
          decoding: try #require(entry["message"]).bytes(), as: UTF8.self)
        let parsed = try await home.succeed("push", "parse", "-", "--refresh", input: message)
        #expect(parsed["operationId"]?.string == id)
        #expect(parsed["title"] == "Sign-in")
        #expect(parsed["operations"]?.array?.count == 1)
        #expect(try await home.fail("push", "parse", "-", input: "{}") == "2 push_message")
        #expect(try await home.fail("push", "register") == "2 usage")
      }
    }
  }
}

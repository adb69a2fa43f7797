import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// The whole story of a token by command line, against the sandbox over HTTP.
  @Suite struct CommandLineStory {
    @Test(arguments: ["3.3", "3.2", "3.1", "3.0"])
    func `a token is activated, decides, is blocked, unblocked and removed`(
      version: String
    ) async throws {
      try await Home.with(protocolVersion: version) { home in
        let registration = try await Self.activation(home)
        try await Self.approval(home)
        try await Self.rejection(home)
        try await Self.inbox(home)
        try await Self.wrongPINs(home, registration)
        try await Self.removal(home)
      }
    }

    private static func activation(_ home: Home) async throws -> String {
      let none = try await home.run("status")
      #expect(none.status == 4)
      #expect(try none.document["error"]?["code"] == "no_activation")
      let registration = try await home.activate()
      #expect(try await state(home) == "PENDING_COMMIT")
      try await home.sandbox.cloud.commit(registration)
      #expect(try await state(home) == "ACTIVE")
      return registration
    }

    private static func approval(_ home: Home) async throws {
      let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1250.00")
      let list = try await home.run("operations").document
      let operation = try #require(list["operations"]?.array?.first)
      #expect(operation["id"]?.string == id)
      #expect(operation["name"]?.string == "authorize_payment")
      #expect(try #require(operation["expiresInSeconds"]?.int) > 0)
      let shown = try await home.run("show", id).document
      #expect(shown["data"] == operation["data"])
      let approved = try await home.run("approve", id, "--yes", "--pin-stdin", input: "2580\n")
      #expect(approved.status == 0, "\(approved.output)\(approved.error)")
      #expect(try approved.document["result"] == "APPROVED")
      #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
      let again = try await home.run("approve", id, "--yes", "--pin-stdin", input: "2580\n")
      #expect(again.status == 3)
    }

    private static func rejection(_ home: Home) async throws {
      let id = try await home.sandbox.cloud.createLogin(for: Home.user)
      let rejected = try await home.run("reject", id, "--yes", "--reason", "UNEXPECTED_OPERATION")
      #expect(rejected.status == 0, "\(rejected.output)\(rejected.error)")
      #expect(try rejected.document["reason"] == "UNEXPECTED_OPERATION")
      #expect(try await home.sandbox.cloud.status(ofOperation: id) == "REJECTED")
      #expect(try await home.run("operations").document["operations"]?.array?.isEmpty == true)
    }

    private static func inbox(_ home: Home) async throws {
      let cloud = home.sandbox.cloud
      let body = "<p>See <a href='https://bank.example/'>our <b>page</b></a>.</p>"
      let id = try await cloud.createMessage("Your new card", body, html: true, to: Home.user)
      _ = try await cloud.createMessage(
        "A second message", "Plain text", html: false, to: Home.user)
      #expect(try await home.run("inbox", "count").document["unread"] == 2)
      let list = try await home.run("inbox", "list").document
      #expect(list["messages"]?.array?.count == 2)
      #expect(list["isLast"] == true)
      #expect(try await home.run("inbox", "show", id).document["body"]?.string == body)
      #expect(try await home.run("inbox", "read", id).document["read"]?.string == id)
      let unread = try await home.run("inbox", "list", "--all", "--unread").document
      #expect(unread["messages"]?.array?.count == 1)
      #expect(try await home.run("inbox", "read-all").status == 0)
      #expect(try await home.run("inbox", "count").document["unread"] == 0)
      let none = try await home.run("inbox", "show", "no-such-message")
      #expect(none.status == 3)
      #expect(try none.document["error"]?["code"] == "message_unavailable")
    }

    private static func wrongPINs(_ home: Home, _ registration: String) async throws {
      let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "7.00")
      for left in (1...4).reversed() {
        let refused = try await home.run("approve", id, "--yes", "--pin-stdin", input: "9999\n")
        #expect(refused.status == 3)
        #expect(try refused.document["error"]?["code"] == "wrong_pin")
        #expect(try refused.document["error"]?["attemptsLeft"]?.int == Int64(left))
      }
      // Another operation, because the first one has no attempt left either.
      let other = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "9.00")
      let last = try await home.run("approve", other, "--yes", "--pin-stdin", input: "9999\n")
      #expect(last.status == 6)
      #expect(try last.document["error"]?["code"] == "blocked")
      #expect(try await state(home) == "BLOCKED")
      try await home.sandbox.cloud.change(registration, "UNBLOCK")
      #expect(try await state(home) == "ACTIVE")
      let next = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "8.00")
      let approved = try await home.run("approve", next, "--yes", "--pin-stdin", input: "2580\n")
      #expect(approved.status == 0, "\(approved.output)\(approved.error)")
    }

    private static func removal(_ home: Home) async throws {
      let removed = try await home.run("remove", "--pin-stdin", input: "2580\n")
      #expect(removed.status == 0, "\(removed.output)\(removed.error)")
      #expect(try removed.document["removed"] == "everywhere")
      #expect(try await home.run("operations").status == 4)
    }

    private static func state(_ home: Home) async throws -> String? {
      let result = try await home.run("status")
      #expect(result.status == 0, "\(result.output)\(result.error)")
      return try result.document["state"]?.string
    }
  }
}

import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Pages before and after an approval, by command line.
  @Suite struct ApprovalPagesStory {
    private static let ui: JSONValue = [
      "blockApprovalOnCall": true,
      "preApprovalScreens": [
        ["id": "first", "type": "WARNING"],
        [
          "id": "second", "type": "INFO", "heading": "Look twice",
          "controls": ["approve": ["type": "SLIDER", "counter": 2]],
        ],
      ],
      "postApprovalScreen": [
        "type": "MERCHANT_REDIRECT", "heading": "Thank you", "message": "Back to the shop",
        "payload": [
          "redirectText": "Shop", "redirectUrl": "acmeshop://paid", "countdown": 3,
        ],
      ],
    ]

    private static func order(_ home: Home) throws -> String {
      let answer = try home.sandbox.cloud.ask(
        "POST", "operations",
        [
          "userId": .string(Home.user), "data": "A2", "operationType": "order",
          "formData": ["title": "Order", "message": "Please check.", "attributes": []],
          "signatureTypes": ["possession_knowledge"], "ui": ui,
        ])
      return try #require(answer["operationId"]?.string)
    }

    @Test func `with --yes the pages are printed and told to the bank`() async throws {
      try await Home.with { home in
        let registration = try await home.activate()
        try await home.sandbox.cloud.commit(registration)
        let id = try Self.order(home)
        let approved = try await home.run("approve", id, "--yes", "--pin-stdin", input: "2580\n")
        #expect(approved.status == 0, "\(approved.output)\(approved.error)")
        #expect(approved.error.contains("│ Before you approve: ! Stop and think"))
        #expect(approved.error.contains("│ Before you approve: i Look twice"))
        let document = try approved.document
        #expect(document["postApproval"]?["payload"]?["redirectUrl"] == "acmeshop://paid")
        let answer = try home.sandbox.cloud.ask("GET", "operations/\(id)")
        let visits = answer["additionalData"]?["mobileTokenData"]?["preApprovalScreens"]?.array
        #expect(visits?.map { $0["screen"] } == ["first", "second"])
        #expect(visits?.map { $0["action"] } == ["CONTINUE", "CONTINUE"])
      }
    }

    @Test func `a rejection on a page is told, and is no success of an approval`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let id = try Self.order(home)
        try await TerminalWindow.with { window in
          let arguments = ["approve", id, "--json"] + home.options
          try await window.type(
            ([try Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
              + "; echo \"exit=$?\"")
          try await window.press("Enter")
          try await window.wait(for: "Type yes")
          try await window.type("reject")
          try await window.press("Enter")
          try await window.wait(for: "\"REJECTED\"", "\"PREAPPROVAL\"", "exit=1")
        }
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "REJECTED")
      }
    }

    @Test func `without a terminal and --yes nobody can have read them`() async throws {
      try await Home.with { home in
        let registration = try await home.activate()
        try await home.sandbox.cloud.commit(registration)
        let id = try Self.order(home)
        let refused = try await home.run("approve", id, "--pin-stdin", input: "2580\n")
        #expect(refused.status == 2)
        #expect(try await home.sandbox.cloud.status(ofOperation: id) == "PENDING")
      }
    }
  }
}

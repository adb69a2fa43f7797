import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Operations that came another way, in the interface.
  @Suite struct GivenOperationStory {
    private static let data = "A1*A5EUR*NBook"

    /// One that the bank knows and has no words for.
    private static func undescribed(_ cloud: Cloud) throws -> String {
      let body: JSONValue = [
        "userId": .string(Home.user), "template": "payment", "operationType": "undescribed",
        "data": .string(data), "parameters": ["amount": "5", "currency": "EUR", "iban": "X"],
      ]
      return try #require(try cloud.ask("POST", "operations", body)["operationId"]?.string)
    }

    private static func name(_ id: String, _ data: String, _ window: TerminalWindow) async throws {
      try await window.press("i")
      try await window.wait(for: "An operation by its identifier")
      try await window.type(id)
      try await window.press("Tab")
      try await window.type(data)
      try await window.press("Enter")
    }

    @Test func `what the bank does not show is approved by who knows it, and nothing else`()
      async throws
    {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let cloud = home.sandbox.cloud
        let unseen = try Self.undescribed(cloud)
        let shown = try await cloud.createPayment(for: Home.user, amount: "12.00")
        try await TerminalWindow.with { window in
          try await window.run([try Program.path] + home.options)
          try await window.wait(for: "12.00")
          try await Self.name(shown, "A2", window)
          try await window.wait(for: "These are not the data of this operation.")
          try await window.press("q")
          try await window.wait(for: "? help", "12.00")
          try await Self.name(unseen, Self.data, window)
          try await window.wait(for: "Your bank tells nothing about this operation.", Self.data)
          try await window.press("End")
          try await window.press("a")
          try await window.wait(for: "Approve what nobody has shown?")
          try await window.press("y")
          try await window.wait(for: "PIN")
          try await window.type(Home.pin)
          try await window.press("Enter")
          try await window.wait(for: "✓ Approved")
        }
        #expect(try await cloud.status(ofOperation: unseen) == "APPROVED")
        #expect(try await cloud.status(ofOperation: shown) == "PENDING")
      }
    }
  }
}

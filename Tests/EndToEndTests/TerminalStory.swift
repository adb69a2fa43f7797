import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// The whole story of a token in a real terminal of 80 by 24, against the sandbox over HTTP.
  @Suite struct TerminalStory {
    @Test func `a token is activated, approves, rejects, is blocked and unblocked`() async throws {
      try await Home.with { home in
        try await TerminalWindow.with { window in
          try await window.run([try Program.path] + home.options)
          let registration = try await Self.activate(home, window)
          try await Self.approve(home, window)
          try await Self.reject(home, window)
          try await Self.block(home, window, registration)
          try await Self.leave(window)
        }
      }
    }

    /// Types the code as from paper, and chooses a PIN; the bank commits.
    static func activate(_ home: Home, _ window: TerminalWindow) async throws -> String {
      let created = try await home.sandbox.cloud.createRegistration(user: Home.user)
      let code = try #require(created.code.split(separator: "#").first)
      try await window.wait(for: "Welcome")
      try await window.press("Enter")
      try await window.wait(for: "step 1 of 4")
      try await window.type(code.lowercased().replacing("-", with: " "))
      try await window.wait(for: "its checksum fits")
      try await window.press("Enter")
      try await window.wait(for: "step 2 of 4", "Test terminal")
      try await window.press("Enter")
      // Over the one-time password, which this bank did not give.
      try await window.wait(for: "One-time password")
      try await window.press("Enter")
      try await window.wait(for: "Choose a PIN")
      try await window.type(Home.pin)
      try await window.press("Enter")
      try await window.type(Home.pin)
      try await window.press("Enter")
      try await window.wait(for: "Compare the fingerprint", "Waiting for your bank")
      try await home.sandbox.cloud.commit(created.id)
      try await window.wait(for: "Nothing waits for you")
      return created.id
    }

    private static func approve(_ home: Home, _ window: TerminalWindow) async throws {
      let id = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1250.00")
      try await open("1,250.00", window)
      try await window.press("a")
      try await window.wait(for: "PIN  ○")
      try await window.type(Home.pin)
      try await window.press("Enter")
      try await window.wait(for: "✓ Approved")
      #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
      try await window.press("Enter")
      try await window.wait(for: "Nothing waits for you")
    }

    private static func reject(_ home: Home, _ window: TerminalWindow) async throws {
      let id = try await home.sandbox.cloud.createLogin(for: Home.user)
      try await open("Sign-in", window)
      try await window.press("x")
      try await window.wait(for: "I did not ask for this")
      try await window.press("Enter")
      try await window.wait(for: "cannot be taken back")
      try await window.press("y")
      try await window.wait(for: "Rejected")
      #expect(try await home.sandbox.cloud.status(ofOperation: id) == "REJECTED")
      try await window.press("Enter")
      try await window.wait(for: "Nothing waits for you")
    }

    /// Four wrong PINs at one operation and the fifth at another, since each has attempts of its own.
    private static func block(
      _ home: Home, _ window: TerminalWindow, _ registration: String
    ) async throws {
      _ = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "7.00")
      try await open("7.00", window)
      try await window.press("a")
      try await window.wait(for: "PIN  ○")
      for left in ["4 attempts left", "3 attempts left", "2 attempts left", "1 attempt left"] {
        try await window.type("9999")
        try await window.press("Enter")
        try await window.wait(for: left, "PIN  ○")
      }
      try await window.press("Escape")
      try await window.wait(for: "[ a  Approve ]")
      try await window.press("q")
      _ = try await home.sandbox.cloud.createPayment(for: Home.user, amount: "8.00")
      try await window.wait(for: "Payment", "7.00")
      try await window.press("r")
      try await window.wait(for: "8.00")
      try await window.press("Up", "Enter")
      try await window.wait(for: "8.00", "[ a  Approve ]")
      try await window.press("a")
      try await window.wait(for: "PIN  ○")
      try await window.type("9999")
      try await window.press("Enter")
      try await window.wait(for: "blocked")
      try await home.sandbox.cloud.change(registration, "UNBLOCK")
      try await window.press("r")
      try await window.wait(for: "1 Operations", "live")
    }

    static func leave(_ window: TerminalWindow) async throws {
      try await window.press("q")
      try await window.wait(until: "#{alternate_on}", is: "0")
      try await window.wait(for: "shell$")
    }

    /// Fetches the list now, and opens the operation that says `text`.
    private static func open(_ text: String, _ window: TerminalWindow) async throws {
      try await window.press("r")
      try await window.wait(for: text)
      try await window.press("Enter")
      try await window.wait(for: text, "[ a  Approve ]")
    }
  }
}

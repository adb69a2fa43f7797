import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Two banks side by side in one terminal, each activated in its own way.
  @Suite struct TerminalProfiles {
    @Test func `two profiles are activated in two ways, and changed without a restart`()
      async throws
    {
      try await Home.with { home in
        try Self.configure(home)
        try await TerminalWindow.with { window in
          try await window.run([try Program.path] + home.options)
          try await Self.activateByCredentials(window)
          try await Self.change(to: "Work Bank", window)
          _ = try await TerminalStory.activate(home, window)
          _ = try await home.sandbox.cloud.createLogin(for: Home.user)
          try await window.press("r")
          try await window.wait(for: "Sign-in")
          try await Self.change(to: "Home Bank", window)
          try await window.wait(for: "Home Bank · default", "Nothing waits for you")
          try await TerminalStory.leave(window)
        }
      }
    }

    /// The first answer is wrong, so the form comes back with what was typed.
    private static func activateByCredentials(_ window: TerminalWindow) async throws {
      try await window.wait(for: "Welcome", "Home Bank", "Credentials from your bank")
      try await window.press("c")
      try await window.wait(for: "User name")
      try await window.type("alice")
      try await window.press("Enter")
      try await window.type("shut")
      try await goOn(window)
      try await window.wait(for: "What you entered is wrong")
      try await window.press("c")
      try await window.wait(for: "alice", "●●●●")
      try await window.press("C-u")
      try await window.type("sandbox")
      // Name and PIN stay as they were typed.
      try await window.press("Enter")
      try await window.wait(for: "Home Bank", "Nothing waits for you")
    }

    /// Keeps the name of the device, and chooses the PIN.
    private static func goOn(_ window: TerminalWindow) async throws {
      try await window.press("Enter")
      try await window.wait(for: "step 2 of 3")
      try await window.press("Enter")
      try await window.wait(for: "Choose a PIN")
      for _ in 1...2 {
        try await window.type(Home.pin)
        try await window.press("Enter")
      }
    }

    private static func change(to bank: String, _ window: TerminalWindow) async throws {
      try await window.press("P")
      try await window.wait(for: "Profiles", "● open", bank)
      // The other one of the two is above or below.
      try await window.press(bank == "Work Bank" ? "Down" : "Up", "Enter")
      try await window.wait(until: bank) { screen in
        screen.split(separator: "\n").first?.contains("Countersign   \(bank)") ?? false
      }
    }

    private static func configure(_ home: Home) throws {
      let first = try String(contentsOfFile: home.configuration, encoding: .utf8)
      let second = first.replacing("[profiles.default]", with: "[profiles.work]")
      let text = """
        \(first)
        bank = "Home Bank"
        accent = "magenta"
        [[profiles.default.credentials]]
        name = "username"
        label = "User name"
        [[profiles.default.credentials]]
        name = "password"
        label = "Password"
        secret = true

        \(second)
        bank = "Work Bank"
        accent = "yellow"
        recovery = false
        """
      try text.write(toFile: home.configuration, atomically: true, encoding: .utf8)
    }
  }
}

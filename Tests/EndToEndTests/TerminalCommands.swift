import Foundation
import Testing

extension EndToEnd {
  /// Commands that talk with somebody at a terminal.
  @Suite struct TerminalCommands {
    @Test func `an approval shows everything, asks, and hides the PIN`() async throws {
      try await Home.with { home in
        let id = try await Self.payment(home)
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "approve", id] + home.options)
          try await window.wait(for: "Approve this operation? Type yes:")
          try await window.type("yes")
          try await window.press("Enter")
          try await window.wait(for: "PIN:")
          try await window.type(Home.pin)
          try await window.press("Enter")
          let screen = try await window.wait(until: "the end") {
            $0.contains("PIN:") && Self.isBackInShell($0)
          }
          #expect(screen.contains("1,250.00"))
          #expect(screen.contains("SHA-256"))
          #expect(!screen.contains("PIN: \(Home.pin)"))
          #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
        }
      }
    }

    @Test(arguments: ["C-c", "C-\\"])
    func `an interrupted PIN entry gives echo back and signs nothing`(key: String) async throws {
      try await Home.with { home in
        let id = try await Self.payment(home)
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "approve", id, "--yes"] + home.options)
          try await window.wait(for: "PIN:")
          try await window.type("25")
          try await window.press(key)
          try await window.wait(until: "the shell") { Self.isBackInShell($0) }
          try await window.type("echo 'still' 'here'")
          try await window.press("Enter")
          try await window.wait(for: "echo 'still' 'here'", "still here")
          #expect(try await home.sandbox.cloud.status(ofOperation: id) == "PENDING")
        }
      }
    }

    @Test func `a suspended PIN entry asks again`() async throws {
      try await Home.with { home in
        let id = try await Self.payment(home)
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "approve", id, "--yes"] + home.options)
          try await window.wait(for: "PIN:")
          try await window.type("99")
          try await window.press("C-z")
          try await window.wait(for: "Stopped")
          try await window.wait(until: "the shell") { Self.isBackInShell($0) }
          try await window.run(["clear"])
          try await window.wait(until: "an empty screen") { !$0.contains("PIN:") }
          try await window.run(["fg"])
          try await window.wait(for: "PIN:")
          try await window.type(Home.pin)
          try await window.press("Enter")
          try await window.wait(until: "the end") { Self.isBackInShell($0) }
          #expect(try await home.sandbox.cloud.status(ofOperation: id) == "APPROVED")
        }
      }
    }

    @Test func `a PIN is changed without being seen, and a weak one is named`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "pin", "change"] + home.options)
          for (question, pin) in [
            ("The PIN of today:", Home.pin), ("The new PIN:", "1234"), ("Again:", "1234"),
          ] {
            try await window.wait(for: question)
            try await window.type(pin)
            try await window.press("Enter")
          }
          let screen = try await window.wait(until: "the end") {
            $0.contains("The PIN is changed.") && Self.isBackInShell($0)
          }
          #expect(screen.contains("Easy to guess: many people choose it."))
          #expect(!screen.contains("1234") && !screen.contains(Home.pin))
        }
        _ = try await home.succeed("pin", "check", "--pin-stdin", input: "1234\n")
      }
    }

    @Test func `an export wants more than a yes`() async throws {
      try await Home.with { home in
        _ = try await home.activateAndCommit()
        let file = home.path + "/state.json"
        try await TerminalWindow.with { window in
          try await window.run([try Program.path, "export-state", file] + home.options)
          try await window.wait(for: "WARNING", "Type export:")
          try await window.type("yes")
          try await window.press("Enter")
          try await window.wait(until: "the refusal") {
            $0.contains("It was not confirmed.") && Self.isBackInShell($0)
          }
          #expect(!FileManager.default.fileExists(atPath: file))
        }
      }
    }

    @Test(arguments: ["q", "KILL"])
    func `a demo offers a code, and leaves nothing behind`(way: String) async throws {
      try await Home.with { home in
        let folder = home.path + "/tmp"
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: false)
        try await TerminalWindow.with { window in
          let script = "echo $$ > \(home.path)/pid; TMPDIR=\(folder) exec \(try Program.path) demo"
          try await window.run(["sh", "-c", script])
          try await window.wait(for: "A code is ready", "sandbox")
          #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
          if way == "q" {
            try await window.press("q")
          } else {
            try home.kill(way)
          }
          try await window.wait(for: "shell$")
          try await window.wait(until: "an empty directory") { _ in
            (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true
          }
        }
      }
    }

    /// The prompt stands behind everything else; keys typed before it could be flushed.
    private static func isBackInShell(_ screen: String) -> Bool {
      screen.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix("shell$")
    }

    /// Activates the home, and returns a payment that waits for it.
    private static func payment(_ home: Home) async throws -> String {
      let registration = try await home.activate()
      try await home.sandbox.cloud.commit(registration)
      return try await home.sandbox.cloud.createPayment(for: Home.user, amount: "1250.00")
    }
  }
}

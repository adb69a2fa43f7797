import Foundation
import Testing

extension EndToEnd {
  /// What every terminal program owes its terminal.
  @Suite struct TerminalManners {
    @Test func `a resize at any moment redraws the same page`() async throws {
      try await Self.welcome { window, _ in
        let before = try await window.screen()
        try await window.resize(120, 40)
        try await window.wait(until: "a page of 120 columns") { $0.contains(Self.rule(120)) }
        try await window.resize(40, 12)
        try await window.wait(until: "a page of 40 columns") {
          $0.contains(Self.rule(40)) && !$0.contains(Self.rule(41))
        }
        try await window.resize(20, 5)
        try await window.wait(until: "a word about the size") { $0.contains("40") }
        try await window.resize(80, 24)
        try await window.wait(until: "the page as before") { $0 == before }
      }
    }

    @Test func `a suspended interface gives the terminal back, and comes back itself`() async throws
    {
      try await Self.welcome { window, _ in
        let before = try await window.screen()
        try await window.press("C-z")
        try await window.wait(until: "#{alternate_on}", is: "0")
        try await window.wait(for: "shell$")
        try await window.run(["stty"])
        let modes = try await window.wait(for: "speed")
        #expect(!modes.contains("-echo"))
        #expect(!modes.contains("-icanon"))
        try await window.run(["fg"])
        try await window.wait(until: "the page as before") { $0 == before }
        #expect(try await window.format("#{alternate_on}") == "1")
      }
    }

    @Test(arguments: ["q", "TERM", "HUP", "QUIT", "SEGV", "ABRT", "TRAP", "ILL", "KILL"])
    func `the terminal is as before after the end by`(way: String) async throws {
      try await Self.welcome { window, home in
        if way == "q" {
          try await window.press("q")
        } else {
          try home.kill(way)
        }
        try await window.wait(until: "#{alternate_on}", is: "0")
        try await window.wait(for: "shell$")
        #expect(
          try await window.format("#{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag}")
            == "1 0 0")
        try await window.run(["sh", "-c", "stty -a > \(home.path)/after"])
        let before = try String(contentsOfFile: home.path + "/before", encoding: .utf8)
        try await window.wait(until: "the modes as before") { _ in
          (try? String(contentsOfFile: home.path + "/after", encoding: .utf8)) == before
        }
        let screen = try await window.screen()
        #expect(!screen.contains("rax"), "a crash report stands on the screen:\n\(screen)")
      }
    }

    /// Runs `body` with the interface at its first page; `home/before` holds the shell's modes,
    /// `home/pid` the process.
    private static func welcome(
      _ body: (TerminalWindow, Home) async throws -> Void
    ) async throws {
      try await Home.with { home in
        try await TerminalWindow.with { window in
          let program = ([try Program.path] + home.options).joined(separator: " ")
          let script =
            "stty -a > \(home.path)/before; echo $$ > \(home.path)/pid; exec \(program)"
          try await window.run(["sh", "-c", script])
          try await window.wait(for: "Welcome", "q quit")
          try await body(window, home)
        }
      }
    }

    private static func rule(_ columns: Int) -> String { String(repeating: "─", count: columns) }
  }
}

import Foundation

/// A real terminal: a tmux server of its own with one window, 80 columns by 24 rows.
struct TerminalWindow: Sendable {
  private let socket = "countersign-\(UUID().uuidString)"

  struct TimedOut: Error, CustomStringConvertible {
    let awaited: String
    let screen: String
    var description: String { "waited in vain for \(awaited); the screen shows:\n\(screen)" }
  }

  /// Runs `body` with a shell in a fresh window; ends the window and whatever runs in it.
  static func with(_ body: (TerminalWindow) async throws -> Void) async throws {
    let window = TerminalWindow()
    // Without its status line, which would take one of the 24 rows.
    try await window.tmux(
      "-f", "/dev/null", "start-server", ";", "set", "-g", "status", "off", ";",
      "set", "-g", "escape-time", "0", ";", "new-session", "-d", "-x", "80", "-y", "24",
      "env PS1='shell$ ' LANG=C.UTF-8 sh")
    do {
      try await window.wait(for: "shell$")
      try await body(window)
    } catch {
      _ = try? await window.tmux("kill-server")
      throw error
    }
    _ = try? await window.tmux("kill-server")
  }

  /// Types text as keys.
  func type(_ text: String) async throws { try await tmux("send-keys", "-l", text) }

  /// Presses keys by tmux's names, such as `Enter` or `C-z`.
  func press(_ keys: String...) async throws { try await tmux(["send-keys"] + keys) }

  /// Types a command line and starts it.
  func run(_ command: [String]) async throws {
    try await type(command.map { "'\($0)'" }.joined(separator: " "))
    try await press("Enter")
  }

  func resize(_ columns: Int, _ rows: Int) async throws {
    try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  func screen() async throws -> String { try await tmux("capture-pane", "-p") }

  /// A value of tmux's formats, such as `#{alternate_on}`.
  func format(_ format: String) async throws -> String {
    try await tmux("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  /// Returns the first screen on which all of `texts` stand.
  @discardableResult
  func wait(for texts: String...) async throws -> String {
    try await wait(until: texts.joined(separator: " and ")) { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  /// Returns the first screen that fulfils `condition`; gives up after 30 s.
  @discardableResult
  func wait(until name: String, _ condition: (String) -> Bool) async throws -> String {
    let deadline = ContinuousClock.now + .seconds(30)
    var last = ""
    while ContinuousClock.now < deadline {
      last = try await screen()
      if condition(last) { return last }
      try await Task.sleep(for: .milliseconds(30))
    }
    throw TimedOut(awaited: name, screen: last)
  }

  /// Returns when a format has a value; gives up after 30 s.
  func wait(until format: String, is value: String) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    var last = ""
    while ContinuousClock.now < deadline {
      last = try await self.format(format)
      if last == value { return }
      try await Task.sleep(for: .milliseconds(30))
    }
    throw TimedOut(awaited: "\(format) = \(value), was \(last)", screen: try await screen())
  }

  @discardableResult
  private func tmux(_ arguments: String...) async throws -> String { try await tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    try await Tool.run("/usr/bin/tmux", ["-L", socket] + arguments)
  }
}

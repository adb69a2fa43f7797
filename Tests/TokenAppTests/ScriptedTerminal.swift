import Foundation
import TokenApp
import TokenScreens

/// A terminal whose user waits for a text, then does something, then waits for the next text.
final class ScriptedTerminal: @unchecked Sendable {
  // `@unchecked`: all but the semaphore is touched by the thread of the loop only, and read by the
  // test after that thread has ended.
  struct Line {
    let text: String
    let events: [TerminalEvent]
    /// What somebody else does meanwhile, such as the bank.
    var meanwhile: (@Sendable () async -> Void)?
  }

  private(set) var frames: [Frame] = []
  private(set) var titles: [String] = []
  private(set) var copied: [String] = []
  private(set) var suspensions = 0
  /// The text that never came; nil when the script was played to its end.
  private(set) var missed: String?
  private var lines: ArraySlice<Line>
  private let woken = DispatchSemaphore(value: 0)
  /// Far longer than any step takes, so that only a text that never comes runs into it.
  private static let patience = DispatchTimeInterval.seconds(60)
  private var deadline = DispatchTime.now() + patience

  init(_ lines: [Line]) { self.lines = lines[...] }

  var port: TerminalPort {
    let woken = woken
    return TerminalPort(
      size: { Size(columns: 80, rows: 24) }, present: { self.frames.append($0) },
      wait: { self.wait(until: $0) }, wake: { woken.signal() },
      suspend: { self.suspensions += 1 }, redraw: {}, setTitle: { self.titles.append($0) },
      copy: { self.copied.append($0) }, notify: { _ in })
  }

  private func wait(until deadline: Int64?) -> [TerminalEvent] {
    guard let line = lines.first else { return [.terminated] }
    if frames.last?.text.contains(line.text) ?? false {
      lines.removeFirst()
      self.deadline = .now() + Self.patience
      if let meanwhile = line.meanwhile { Task { await meanwhile() } }
      return line.events
    }
    // Polling wakes the loop all the time, so a single wait must not start the patience anew.
    guard woken.wait(timeout: self.deadline) == .success, .now() < self.deadline else {
      missed = "\(line.text)\nin\n\(frames.last?.text ?? "")"
      return [.terminated]
    }
    return [.woken]
  }
}

extension ScriptedTerminal.Line {
  /// Waits for `text`, then types.
  static func on(_ text: String, _ keys: Key...) -> Self {
    Self(text: text, events: keys.map { .input(.key($0)) })
  }

  /// Waits for `text`, then lets somebody else act.
  static func on(_ text: String, meanwhile: @escaping @Sendable () async -> Void) -> Self {
    Self(text: text, events: [], meanwhile: meanwhile)
  }

  /// Waits for `text`, then does what a terminal can do beside keys.
  static func on(_ text: String, event: TerminalEvent) -> Self { Self(text: text, events: [event]) }

  static func on(_ text: String, typing digits: String) -> Self {
    Self(text: text, events: digits.map { .input(.key(.character($0))) } + [.input(.key(.enter))])
  }
}

import TokenScreens

/// A complete `ESC [` sequence, taken apart.
struct ControlSequence: Equatable, Sendable {
  /// One of `< = > ?`, which marks private sequences.
  let prefix: UInt8?
  /// Parameters with their `:` sub-parameters; nil where one was left out.
  let parameters: [[Int?]]
  let intermediates: [UInt8]
  let final: UInt8

  /// Returns nil when the bytes between `ESC [` and `final` are not well formed.
  init?(_ bytes: [UInt8], final: UInt8) {
    var rest = bytes[...]
    prefix = rest.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    if prefix != nil { rest.removeFirst() }
    let digits = rest.prefix { (0x30...0x3B).contains($0) }
    intermediates = Array(rest.dropFirst(digits.count))
    guard intermediates.allSatisfy({ (0x20...0x2F).contains($0) }) else { return nil }
    parameters =
      digits.isEmpty
      ? []
      : digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
        $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
      }
    self.final = final
  }

  /// The number, at most 9,999,999: no parameter with a meaning is larger.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.isEmpty ? nil : digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 9_999_999) }
  }

  /// The main value of parameter `index`, or nil where it is left out.
  func value(_ index: Int) -> Int? {
    parameters.indices.contains(index) ? parameters[index][0] : nil
  }

  var isPasteStart: Bool {
    isPlain && final == UInt8(ascii: "~") && value(0) == 200
  }

  /// What the sequence says; nil when we do not know it.
  var meaning: InputDecoder.Output? {
    if let reply = TerminalReply(self) { return .reply(reply) }
    if prefix == UInt8(ascii: "<") && intermediates.isEmpty {
      return Mouse(self).map { .input(.mouse($0)) }
    }
    guard isPlain else { return nil }
    switch final {
    case UInt8(ascii: "I") where parameters.isEmpty: return .input(.focus(gained: true))
    case UInt8(ascii: "O") where parameters.isEmpty: return .input(.focus(gained: false))
    default: return Key(self).map { .input(.key($0)) }
    }
  }

  private var isPlain: Bool { prefix == nil && intermediates.isEmpty }
}

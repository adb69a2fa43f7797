import TokenModel

/// A PIN while it is typed: digits only, known to nobody but its `Secret`.
///
/// Each key makes a new `Secret`; the one before is wiped as soon as nothing holds it any more.
struct SecretField: Equatable, Sendable {
  private var secret: Secret?

  var count: Int { secret?.count ?? 0 }

  /// Nil while there are too few digits.
  var pin: PIN? { secret.flatMap { PIN($0) } }

  /// What a key did.
  enum Verdict: Equatable, Sendable {
    case changed, notADigit, full, ignored

    /// Why nothing was taken; nil when there is nothing to say.
    var words: String? {
      switch self {
      case .changed, .ignored: nil
      case .notADigit: "A PIN has digits only."
      case .full: "A PIN has at most \(PIN.maximumLength) digits."
      }
    }
  }

  @discardableResult
  mutating func take(_ key: Key) -> Verdict {
    switch key {
    case .character(let character):
      guard let byte = character.asciiValue, (0x30...0x39).contains(byte) else {
        return .notADigit
      }
      return append([byte])
    case .backspace, .control("h"):
      secret = secret.flatMap { $0.count > 1 ? Self.joined($0, keep: $0.count - 1, []) : nil }
      return .changed
    case .control("u"):
      clear()
      return .changed
    case .control, .alt, .function, .enter, .escape, .tab, .backTab, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown:
      return .ignored
    }
  }

  /// A paste is taken only as a whole and only when it is digits, but for the line's end.
  mutating func paste(_ text: String) -> Verdict {
    var digits = Array(text.utf8)
    while let last = digits.last, last == 0x0A || last == 0x0D { digits.removeLast() }
    defer { for index in digits.indices { digits[index] = 0 } }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .notADigit
    }
    return append(digits)
  }

  mutating func clear() { secret = nil }

  /// Hands the PIN over and forgets it.
  mutating func takePIN() -> PIN? {
    defer { clear() }
    return pin
  }

  private mutating func append(_ digits: [UInt8]) -> Verdict {
    guard count + digits.count <= PIN.maximumLength else { return .full }
    secret = Self.joined(secret, keep: count, digits)
    return .changed
  }

  private static func joined(_ start: Secret?, keep: Int, _ digits: [UInt8]) -> Secret {
    Secret(count: keep + digits.count) { bytes in
      start?.withUnsafeBytes { bytes.copyBytes(from: $0.prefix(keep)) }
      for (index, digit) in digits.enumerated() { bytes[keep + index] = digit }
    }
  }

  /// Cells that are always there, so that the field does not tell how long a PIN should be.
  private static let cells = 8
  /// A longer PIN keeps its secret from here on: the row of dots does not grow any more.
  private static let mostCells = 16

  func view(_ canvas: inout Canvas, _ column: Int, _ row: Int, isFocused: Bool) {
    let filled = min(count, Self.mostCells)
    for cell in 0..<max(Self.cells, filled) {
      let style = cell < filled ? Style(.accent, .bold) : Style(.muted)
      canvas.glyph(cell < filled ? "●" : "○", column + 2 * cell, row, style)
    }
    if isFocused { canvas.cursor(column + 2 * min(filled, Self.mostCells - 1), row) }
  }
}

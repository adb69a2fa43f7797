import TokenModel

/// A PIN or a passphrase while it is typed, known to nobody but its `Secret`.
///
/// Each key makes a new `Secret`; the one before is wiped as soon as nothing holds it any more.
struct SecretField: Equatable, Sendable {
  private var secret: Secret?
  /// UTF-8 bytes of each character, so that one key takes back one character.
  private var lengths: [Int] = []

  /// Characters.
  var count: Int { lengths.count }

  /// Nil while there is too little.
  var pin: PIN? { secret.flatMap { PIN($0) } }

  /// Something in it is no digit.
  var holdsLetters: Bool { pin.map { !$0.isDigits } ?? false }

  /// What a key did.
  enum Verdict: Equatable, Sendable {
    case changed, notOneLine, full, ignored

    /// Why nothing was taken; nil when there is nothing to say.
    var words: String? {
      switch self {
      case .changed, .ignored: nil
      case .notOneLine: say("pin.not-one-line")
      case .full: say("pin.full", ["limit": String(PIN.maximumLength)])
      }
    }
  }

  @discardableResult
  mutating func take(_ key: Key) -> Verdict {
    switch key {
    case .character(let character):
      return append(CollectionOfOne(character))
    case .backspace, .control("h"):
      guard let last = lengths.popLast(), let old = secret else { return .changed }
      secret = lengths.isEmpty ? nil : Self.joined(old, keep: old.count - last, [])
      return .changed
    case .control("u"):
      clear()
      return .changed
    case .control, .alt, .function, .enter, .escape, .tab, .backTab, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown:
      return .ignored
    }
  }

  /// A paste is taken only as a whole and only when it is one line, but for the line's end.
  mutating func paste(_ text: String) -> Verdict {
    var line = text[...]
    while line.last?.isNewline == true { line.removeLast() }
    return append(line)
  }

  mutating func clear() { (secret, lengths) = (nil, []) }

  /// Hands the PIN over and forgets it.
  mutating func takePIN() -> PIN? {
    defer { clear() }
    return pin
  }

  private mutating func append(_ characters: some Collection<Character>) -> Verdict {
    var bytes = characters.flatMap(\.utf8)
    defer { for index in bytes.indices { bytes[index] = 0 } }
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      return .notOneLine
    }
    let old = secret?.count ?? 0
    guard old + bytes.count <= PIN.maximumLength else { return .full }
    secret = Self.joined(secret, keep: old, bytes)
    lengths += characters.map(\.utf8.count)
    return .changed
  }

  private static func joined(_ start: Secret?, keep: Int, _ bytes: [UInt8]) -> Secret {
    Secret(count: keep + bytes.count) { joined in
      start?.withUnsafeBytes { joined.copyBytes(from: $0.prefix(keep)) }
      for (index, byte) in bytes.enumerated() { joined[keep + index] = byte }
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

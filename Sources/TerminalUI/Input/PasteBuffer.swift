import CTerminal

/// Collects a bracketed paste up to its end marker; wipes its memory afterwards.
struct PasteBuffer: Sendable {
  /// Most bytes that are kept; the rest of a paste is dropped.
  static let capacity = 64 * 1_024
  private static let endMarker = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end marker have been seen in a row.
  private var matched = 0
  private var overflowed = false
  private var lastWasReturn = false

  mutating func start() {
    matched = 0
    overflowed = false
    lastWasReturn = false
  }

  /// Takes a byte; true when it completed the end marker.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.endMarker[matched] {
      matched += 1
      return matched == Self.endMarker.count
    }
    flushMarker()
    if byte == Self.endMarker[0] {
      matched = 1
    } else {
      keep(byte)
    }
    return false
  }

  /// The text, with all line ends as LF; the buffer is wiped.
  mutating func finish() -> String {
    if matched < Self.endMarker.count { flushMarker() }
    if overflowed { dropTornScalar() }
    defer { wipe() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The start of a marker that went on differently was text.
  private mutating func flushMarker() {
    let count = matched
    matched = 0
    for byte in Self.endMarker.prefix(count) { keep(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    defer { lastWasReturn = byte == 0x0D }
    if byte == 0x0A && lastWasReturn { return }
    guard bytes.count < Self.capacity else {
      overflowed = true
      return
    }
    bytes.append(byte == 0x0D ? 0x0A : byte)
  }

  /// The cut at the capacity may have gone through a scalar.
  private mutating func dropTornScalar() {
    var start = bytes.endIndex
    while start > bytes.startIndex, bytes.endIndex - start < 4 {
      start -= 1
      guard bytes[start] & 0xC0 == 0x80 else { break }
    }
    if String(validating: bytes[start...], as: UTF8.self) == nil {
      bytes.removeSubrange(start...)
    }
  }

  private mutating func wipe() {
    bytes.withUnsafeMutableBytes { ct_wipe($0.baseAddress, $0.count) }
    bytes.removeAll()
    matched = 0
  }
}

/// What the terminal answered when the session asked about its abilities.
public enum TerminalReply: Equatable, Sendable {
  /// DECRQM 2026: whether it can hold back a picture until it is whole.
  case synchronizedOutput(Bool)
  /// OSC 11 or mode 2031: whether its background is light.
  case background(isLight: Bool)
  /// DA1: whether it shows sixel graphics.
  case sixel(Bool)
  /// It shows graphics of the kitty protocol.
  case kittyGraphics

  /// `ESC [ ? mode ; setting $ y`, or the colour scheme report `ESC [ ? 997 ; scheme n`.
  init?(_ sequence: ControlSequence) {
    guard sequence.prefix == UInt8(ascii: "?") else { return nil }
    switch (sequence.intermediates, sequence.final, sequence.value(0)) {
    case ([UInt8(ascii: "$")], UInt8(ascii: "y"), 2026):
      // 1 is set, 2 reset; 0 unknown and 4 permanently reset are of no use.
      self = .synchronizedOutput([1, 2].contains(sequence.value(1)))
    case ([], UInt8(ascii: "n"), 997):
      guard let scheme = sequence.value(1), [1, 2].contains(scheme) else { return nil }
      self = .background(isLight: scheme == 2)
    case ([], UInt8(ascii: "c"), _):
      // The first number is a class of terminals, in which 4 is another thing.
      self = .sixel((1..<32).contains { sequence.value($0) == 4 })
    default: return nil
    }
  }

  /// The payload of an OSC: `11;rgb:RRRR/GGGG/BBBB`, each with 1 to 4 hexadecimal digits; or of the
  /// APC that answers our question about graphics.
  init?(string bytes: [UInt8]) {
    if bytes.elementsEqual("Gi=\(ControlStrings.askedImage);OK".utf8) {
      self = .kittyGraphics
      return
    }
    let prefix = Array("11;rgb:".utf8)
    guard bytes.starts(with: prefix) else { return nil }
    let channels = bytes.dropFirst(prefix.count).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).compactMap(Self.intensity)
    guard channels.count == 3 else { return nil }
    // Luma of ITU-R BT.601, enough to tell light from dark.
    let luma = 0.299 * channels[0] + 0.587 * channels[1] + 0.114 * channels[2]
    self = .background(isLight: luma > 0.5)
  }

  private static func intensity(_ digits: ArraySlice<UInt8>) -> Double? {
    guard (1...4).contains(digits.count),
      let value = Int(String(decoding: digits, as: UTF8.self), radix: 16), value >= 0
    else { return nil }
    return Double(value) / Double((1 << (4 * digits.count)) - 1)
  }
}

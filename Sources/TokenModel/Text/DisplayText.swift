/// Text of a server or a file after the one gate that makes it harmless on a terminal.
///
/// Nothing in it can move the cursor, change colours, reorder or hide other text: control
/// characters, bidirectional controls, invisible, private-use and unassigned characters become
/// visible marks, and combining marks are limited. What was changed is remembered, because a user
/// should know that an operation carries such text.
public struct DisplayText: Equatable, Hashable, Sendable {
  /// Printable grapheme clusters and `\n` only.
  public let text: String
  /// Something was invisible, reordering or a control character.
  public let hidesCharacters: Bool
  /// One word mixes Latin with Cyrillic or Greek letters, as look-alike names do.
  public let mixesScripts: Bool

  /// Mark of a character that has no shape of its own.
  static let mark: Character = "\u{FFFD}"
  /// Marks per base character; more than that is decoration piled up to cover other lines.
  static let maximumCombiningMarks = 3

  public init(_ hostile: String) {
    // What most texts are; it takes a small part of the time.
    if hostile.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      (text, hidesCharacters, mixesScripts) = (hostile, false, false)
      return
    }
    var gate = DisplayGate()
    for scalar in hostile.unicodeScalars { gate.admit(scalar) }
    text = String(gate.output)
    hidesCharacters = gate.neutralised
    mixesScripts = ScriptMix.isPresent(in: text)
  }

  /// The text on one line: line breaks become `⏎`-free single blanks.
  public var singleLine: String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    return text.split(separator: "\n").joined(separator: " ")
  }

  /// Columns of the widest line.
  public var width: Int {
    text.split(separator: "\n").map { DisplayWidth.of($0) }.max() ?? 0
  }
}

/// Walks over scalars and lets the harmless ones through.
private struct DisplayGate {
  var output = String.UnicodeScalarView()
  var neutralised = false
  private var combining = 0
  private var previous: Unicode.Scalar?

  mutating func admit(_ scalar: Unicode.Scalar) {
    defer { previous = scalar }
    // Joined emoji are shown side by side: that hides nothing.
    if scalar == "\u{200D}", previous.map(isPicture) ?? false { return }
    switch DisplayClass(scalar) {
    case .plain:
      combining = 0
      output.append(scalar)
    case .lineBreak:
      combining = 0
      // CR LF is one break.
      if !(scalar == "\n" && previous == "\r") { output.append("\n") }
    case .blank:
      combining = 0
      output.append(" ")
    case .combining:
      combining += 1
      if combining > DisplayText.maximumCombiningMarks || output.isEmpty {
        neutralised = true
      } else {
        output.append(scalar)
      }
    case .presentation:
      break
    case .control(let picture):
      replace(with: picture)
    case .hidden:
      replace(with: "\u{FFFD}")
    }
  }

  /// Emoji, or the selector behind one; digits are emoji by property and stay out.
  private func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0x2000 && scalar.properties.isEmoji
  }

  private mutating func replace(with scalar: Unicode.Scalar) {
    combining = 0
    neutralised = true
    output.append(scalar)
  }
}

/// What the gate does with a scalar.
private enum DisplayClass {
  case plain, lineBreak, blank, combining, hidden
  /// Emoji variation selectors and skin tones: harmless, but terminals disagree on their width.
  case presentation
  /// A control character, with the picture that stands for it.
  case control(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .plain
    case 0x0A, 0x0D, 0x2028, 0x2029: self = .lineBreak
    case 0x09: self = .blank
    case 0x00...0x1F: self = .control(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: self = .control("\u{2421}")
    case 0x80...0x9F: self = .hidden
    case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: self = .presentation
    default: self = Self.byProperty(scalar)
    }
  }

  private static func byProperty(_ scalar: Unicode.Scalar) -> Self {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      return properties.isDefaultIgnorableCodePoint ? .hidden : .combining
    case .spaceSeparator:
      return .blank
    case .control, .format, .surrogate, .privateUse, .unassigned:
      return .hidden
    case .spacingMark, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
      .otherLetter, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol, .lineSeparator, .paragraphSeparator:
      // Hangul and Khmer fillers are letters by category, and invisible.
      return properties.isDefaultIgnorableCodePoint ? .hidden : .plain
    @unknown default:
      return .hidden
    }
  }
}

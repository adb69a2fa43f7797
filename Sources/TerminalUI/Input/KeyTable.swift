import TokenScreens

extension Key {
  /// A byte below 80 hex that stands alone.
  init(ascii byte: UInt8) {
    self =
      switch byte {
      case 0x08, 0x7F: .backspace
      case 0x09: .tab
      case 0x0A, 0x0D: .enter
      case 0x1B: .escape
      case 0x00: .control(" ")
      case 0x01...0x1A: .control(Character(Unicode.Scalar(byte | 0x60)))
      case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte | 0x40)))
      default: .character(Character(Unicode.Scalar(byte)))
      }
  }

  /// The final byte of `ESC O`: cursor keys, F1 to F4, and the numeric keypad without modifiers.
  init?(singleShift byte: UInt8, isModified: Bool) {
    switch byte {
    case UInt8(ascii: "M") where !isModified: self = .enter
    case UInt8(ascii: "I") where !isModified: self = .tab
    case UInt8(ascii: "j")...UInt8(ascii: "y") where !isModified:
      // The keypad sends its character plus 40 hex: `p` is 0, `n` the decimal point.
      self = .character(Character(Unicode.Scalar(byte - 0x40)))
    default:
      guard let key = Self.cursorKey(byte) else { return nil }
      self = key
    }
  }

  /// A control sequence that stands for a key. Modifiers of cursor and function keys are dropped.
  init?(_ sequence: ControlSequence) {
    let key: Key? =
      switch sequence.final {
      case UInt8(ascii: "u"): Self.reported(sequence)
      case UInt8(ascii: "Z"): .backTab
      case UInt8(ascii: "~"):
        sequence.value(0) == 27 ? Self.otherKey(sequence) : Self.editingKey(sequence.value(0) ?? 0)
      case let final: sequence.isKeyReport ? Self.cursorKey(final) : nil
      }
    guard let key, !sequence.isRelease else { return nil }
    self = key
  }

  private static func cursorKey(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// `ESC [ number ~`, as VT220 numbered its keys and xterm and rxvt went on.
  private static func editingKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}

extension ControlSequence {
  /// Cursor keys carry nothing, or `1` and their modifiers; `ESC [ 5 ; 3 R` is a position report.
  fileprivate var isKeyReport: Bool {
    parameters.isEmpty || (value(0) ?? 1) == 1 && parameters.count <= 2
  }
}

/// Finds words that mix look-alike alphabets, such as a Latin `Acme` with a Cyrillic `с`.
enum ScriptMix {
  private enum Script { case latin, greek, cyrillic }

  static func isPresent(in text: String) -> Bool {
    var inWord: Script?
    for scalar in text.unicodeScalars {
      guard let script = script(of: scalar) else {
        if !scalar.properties.isAlphabetic { inWord = nil }
        continue
      }
      if let inWord, inWord != script { return true }
      inWord = script
    }
    return false
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF,
      0xFF21...0xFF3A, 0xFF41...0xFF5A:
      .latin
    // The micro sign and Ohm have code points of their own outside these ranges.
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386...0x3FF, 0x1F00...0x1FFF:
      .greek
    case 0x400...0x52F, 0x1C80...0x1C88, 0x2DE0...0x2DFF, 0xA640...0xA69F:
      .cyrillic
    default:
      nil
    }
  }
}

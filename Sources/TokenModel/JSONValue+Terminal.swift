extension JSONValue {
  /// JSON text that may be printed on a terminal, one member a line.
  ///
  /// Characters that could steer or deceive a terminal (DEL, C1 controls, bidirectional controls,
  /// invisible and private-use ones) are written as `\u` escapes; parsed, the value is the same.
  public var terminalBytes: [UInt8] {
    var text = ""
    for scalar in String(decoding: bytes(pretty: true), as: UTF8.self).unicodeScalars {
      if Self.isSafe(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 { text += Self.escape(unit) }
      }
    }
    return Array(text.utf8)
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E: return true
    case ...0x9F: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

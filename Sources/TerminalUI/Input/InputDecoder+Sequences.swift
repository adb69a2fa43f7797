import TokenScreens

/// Longest sequence that can mean something, in bytes; a longer one is swallowed whole.
private let longestSequence = 256
/// Longest reply that is kept, in bytes; the rest of it is swallowed.
private let longestString = 4_096

extension InputDecoder {
  /// `ESC [`: parameters and intermediates up to the final byte.
  mutating func takeControlSequence(_ byte: UInt8) {
    switch byte {
    case 0x1B: enter(.escape)
    case 0x18, 0x1A: enter(.ground)  // CAN and SUB exist to cancel a sequence.
    case 0x20...0x3F:
      if buffer.count <= longestSequence { buffer.append(byte) }
    case 0x40...0x7E: finishControlSequence(final: byte)
    default: abandon(for: byte)
    }
  }

  private mutating func finishControlSequence(final: UInt8) {
    if buffer.isEmpty && final == UInt8(ascii: "[") { return enter(.linuxFunction) }
    if buffer.isEmpty && final == UInt8(ascii: "M") { return enter(.rawMouse) }
    let sequence =
      buffer.count <= longestSequence ? ControlSequence(buffer, final: final) : nil
    enter(.ground)
    guard let sequence else { return }
    if sequence.isPasteStart {
      paste.start()
      state = .paste
    } else if let output = sequence.meaning {
      outputs.append(output)
    }
  }

  /// `ESC O`: one final byte, before which older terminals put modifiers.
  mutating func takeSingleShift(_ byte: UInt8) {
    switch byte {
    case 0x1B: enter(.escape)
    case 0x18, 0x1A: enter(.ground)
    case 0x30...0x3B: buffer.append(byte)
    case 0x20...0x7E:
      if let key = Key(singleShift: byte, isModified: !buffer.isEmpty) { emit(key) }
      enter(.ground)
    default: abandon(for: byte)
    }
  }

  /// `ESC [ [`: F1 to F5 on the Linux console.
  mutating func takeLinuxFunction(_ byte: UInt8) {
    switch byte {
    case 0x1B: enter(.escape)
    case UInt8(ascii: "A")...UInt8(ascii: "E"):
      emit(.function(Int(byte - UInt8(ascii: "A")) + 1))
      enter(.ground)
    case 0x20...0x7E: enter(.ground)
    default: abandon(for: byte)
    }
  }

  /// `ESC [ M`: three bytes from a terminal that does not know the SGR form we ask for.
  mutating func takeRawMouse(_ byte: UInt8) {
    guard byte >= 0x20 else { return byte == 0x1B ? enter(.escape) : abandon(for: byte) }
    buffer.append(byte)
    guard buffer.count == 3 else { return }
    let report = buffer.map { Int($0) - 32 }
    enter(.ground)
    let mouse = Mouse(
      buttons: report[0] == 3 ? 0 : report[0], column: report[1], row: report[2],
      isRelease: report[0] == 3)
    if let mouse { outputs.append(.input(.mouse(mouse))) }
  }
}

// MARK: Strings

extension InputDecoder {
  mutating func takeString(_ byte: UInt8, introducer: UInt8, isEightBit: Bool) {
    switch byte {
    case 0x1B:
      state = .stringEscape
    case 0x07: finishString()
    case 0x9C where isEightBit: finishString()
    case 0x18, 0x1A: enter(.ground)
    case 0x00...0x1F, 0x7F: abandon(for: byte)
    default:
      if buffer.count < longestString { buffer.append(byte) }
    }
  }

  mutating func takeStringEscape(_ byte: UInt8) {
    if byte == UInt8(ascii: "\\") { return finishString() }
    enter(.escape)
    take(byte)
  }

  private mutating func finishString() {
    let reply = TerminalReply(string: buffer)
    enter(.ground)
    if let reply { outputs.append(.reply(reply)) }
  }
}

// MARK: Paste

extension InputDecoder {
  mutating func takePaste(_ byte: UInt8) {
    if paste.take(byte) { finishPaste() }
  }

  mutating func finishPaste() {
    outputs.append(.input(.paste(paste.finish())))
    enter(.ground)
  }
}

import TokenScreens

/// Turns the bytes of a terminal into keys, pastes, mouse reports and replies; pure.
///
/// How the bytes are split over reads never changes what comes out: one scalar of text is one key,
/// and combining marks join their base where the text is collected. Bytes of an escape sequence
/// never become typed characters: an unknown one is swallowed to its final byte. Time is an
/// argument: after `patience` milliseconds of silence the owner calls `timeOut()`.
public struct InputDecoder: Sendable {
  /// What a run of bytes means.
  public enum Output: Equatable, Sendable {
    case input(Input)
    /// An answer to a question of the terminal session; not for the screens.
    case reply(TerminalReply)
  }

  /// Milliseconds after which a lone ESC is a key.
  let escapeDelay: Int64
  var state = State.ground
  /// The bytes of the sequence, string or mouse report so far.
  var buffer: [UInt8] = []
  var utf8 = UTF8Assembler()
  var paste = PasteBuffer()
  /// ESC stood before the character that is being assembled.
  var isAlt = false
  /// A lone ESC has just become a key; a `[` that follows was torn from it by a slow line.
  var escapeWasLate = false
  var outputs: [Output] = []

  enum State: Equatable, Sendable {
    case ground, escape, controlSequence, singleShift, linuxFunction, rawMouse, paste
    /// OSC, DCS, APC, PM or SOS: swallowed to its terminator.
    case string(introducer: UInt8, isEightBit: Bool)
    /// ESC within a string: its terminator when a backslash follows.
    case stringEscape
  }

  public init(escapeDelay: Int64 = 25) {
    self.escapeDelay = escapeDelay
  }

  /// Decodes what was read; what is not complete yet waits for the next call.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [Output] {
    for byte in bytes { take(byte) }
    return takeOutputs()
  }

  mutating func takeOutputs() -> [Output] {
    defer { outputs.removeAll() }
    return outputs
  }

  mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeGround(byte)
    case .escape: takeEscape(byte)
    case .controlSequence: takeControlSequence(byte)
    case .singleShift: takeSingleShift(byte)
    case .linuxFunction: takeLinuxFunction(byte)
    case .rawMouse: takeRawMouse(byte)
    case .string(let introducer, let isEightBit):
      takeString(byte, introducer: introducer, isEightBit: isEightBit)
    case .stringEscape: takeStringEscape(byte)
    case .paste: takePaste(byte)
    }
  }

  mutating func emit(_ key: Key) {
    outputs.append(.input(.key(key)))
  }

  /// Enters `state` with an empty buffer.
  mutating func enter(_ state: State) {
    buffer.removeAll(keepingCapacity: true)
    self.state = state
  }

  /// Drops the sequence so far and takes `byte` as if it stood alone.
  mutating func abandon(for byte: UInt8) {
    enter(.ground)
    take(byte)
  }
}

// MARK: Text and ESC

extension InputDecoder {
  private mutating func takeGround(_ byte: UInt8) {
    let wasLate = escapeWasLate
    escapeWasLate = false
    if utf8.isPending || byte >= 0x80 {
      takeUTF8(byte)
    } else if byte == 0x1B {
      enter(.escape)
    } else if wasLate && byte == UInt8(ascii: "[") {
      enter(.controlSequence)
    } else {
      emit(Key(ascii: byte))
    }
  }

  private mutating func takeUTF8(_ byte: UInt8) {
    switch utf8.take(byte) {
    case .incomplete: break
    case .scalar(let scalar):
      let alt = isAlt
      isAlt = false
      if (0x80...0x9F).contains(scalar.value) {
        takeControl(UInt8(scalar.value))
      } else {
        emit(alt ? .alt(Character(scalar)) : .character(Character(scalar)))
      }
    case .stray:
      isAlt = false
      // Of the controls in one bare byte only these could bring digits after them.
      if byte == 0x8F || byte == 0x9B { takeControl(byte) }
    case .broken:
      isAlt = false
      if !(0x80...0xBF).contains(byte) { take(byte) }
    }
  }

  /// A control of ISO 6429 between 80 and 9F hex; all but the introducers stand for no key.
  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case 0x8F: enter(.singleShift)
    case 0x9B: enter(.controlSequence)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
      enter(.string(introducer: byte, isEightBit: true))
    default: break
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    enter(.ground)
    switch byte {
    case 0x1B:
      emit(.escape)
      state = .escape
    case UInt8(ascii: "["): state = .controlSequence
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(introducer: byte, isEightBit: false)
    case 0x80...:
      isAlt = true
      takeUTF8(byte)
    case 0x08, 0x7F: emit(.alt("\u{7F}"))
    default: emit(.alt(Character(Unicode.Scalar(byte))))
    }
  }
}

// MARK: Time

extension InputDecoder {
  /// Milliseconds of silence after which `timeOut()` is due; nil when nothing waits for time.
  public var patience: Int64? {
    switch state {
    case .escape, .stringEscape: escapeDelay
    case .singleShift, .string: buffer.isEmpty ? Self.introducerDelay : nil
    case .paste: Self.pasteDelay
    case .ground, .controlSequence, .linuxFunction, .rawMouse: nil
    }
  }

  /// Milliseconds after which `ESC O` or `ESC ]` was Alt with a letter. Longer than the delay of
  /// ESC: a sequence torn here by a slow line would be typed.
  static let introducerDelay: Int64 = 500
  /// Milliseconds after which a paste whose end marker is missing has ended.
  static let pasteDelay: Int64 = 1_000

  /// Ends what has waited too long.
  public mutating func timeOut() -> [Output] {
    switch state {
    case .escape, .stringEscape:
      emit(.escape)
      enter(.ground)
      escapeWasLate = true
    case .singleShift where buffer.isEmpty:
      emit(.alt("O"))
      enter(.ground)
    case .string(let introducer, let isEightBit) where buffer.isEmpty:
      if !isEightBit { emit(.alt(Character(Unicode.Scalar(introducer)))) }
      enter(.ground)
    case .paste:
      finishPaste()
    case .ground, .controlSequence, .singleShift, .linuxFunction, .rawMouse, .string:
      break  // A sequence has no time limit: its late bytes must not become typed characters.
    }
    return takeOutputs()
  }
}

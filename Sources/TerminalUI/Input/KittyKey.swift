import TokenScreens

/// Modifier bits of the kitty keyboard protocol and of xterm; the parameter is the sum plus 1.
struct Modifiers: OptionSet {
  let rawValue: Int
  static let shift = Self(rawValue: 1)
  static let alt = Self(rawValue: 2)
  static let control = Self(rawValue: 4)
  /// Super, hyper and meta: keys of the desktop, not ours.
  static let foreign = Self(rawValue: 8 | 16 | 32)
  static let capsLock = Self(rawValue: 64)
}

extension ControlSequence {
  var modifiers: Modifiers { Modifiers(rawValue: max(0, (value(1) ?? 1) - 1)) }

  /// Event type 3 of the kitty protocol: the key went up.
  var isRelease: Bool {
    parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3
  }
}

extension Key {
  /// `CSI code:shifted:base ; modifiers:event ; text u` of the kitty keyboard protocol.
  static func reported(_ sequence: ControlSequence) -> Key? {
    guard let code = sequence.value(0) else { return nil }
    let shifted = sequence.parameters[0].count > 1 ? sequence.parameters[0][1] : nil
    let typed = sequence.value(2) ?? (sequence.modifiers.contains(.shift) ? shifted : nil)
    return key(code: code, typed: typed.flatMap(character), modifiers: sequence.modifiers)
  }

  /// `CSI 27 ; modifiers ; code ~` of xterm's modifyOtherKeys.
  static func otherKey(_ sequence: ControlSequence) -> Key? {
    guard let code = sequence.value(2) else { return nil }
    return key(code: code, typed: nil, modifiers: sequence.modifiers)
  }

  private static func key(code: Int, typed: Character?, modifiers: Modifiers) -> Key? {
    guard modifiers.isDisjoint(with: .foreign) else { return nil }
    if let key = namedKey(code) { return adjust(key, modifiers) }
    guard let plain = character(code) else { return nil }
    if modifiers.contains(.control) {
      return .control(plain.lowercased().first ?? plain)
    }
    let isUpper = !modifiers.isDisjoint(with: [.shift, .capsLock])
    let character = typed ?? (isUpper ? plain.uppercased().first : plain) ?? plain
    return modifiers.contains(.alt) ? .alt(character) : .character(character)
  }

  /// Keys that must not be taken for themselves when a modifier is held.
  private static func adjust(_ key: Key, _ modifiers: Modifiers) -> Key? {
    let byte: Character
    switch key {
    case .tab where modifiers.contains(.shift): return .backTab
    case .tab: byte = "\t"
    case .enter: byte = "\r"
    case .escape: byte = "\u{1B}"
    case .backspace: byte = "\u{7F}"
    default: return key
    }
    if modifiers.contains(.control) { return nil }
    return modifiers.contains(.alt) ? .alt(byte) : key
  }

  private static func namedKey(_ code: Int) -> Key? {
    switch code {
    case 8, 127: .backspace
    case 9: .tab
    case 13, 57_414: .enter
    case 27: .escape
    case 57_376...57_398: .function(code - 57_363)
    case 57_399...57_408: character(code - 57_399 + 0x30).map(Key.character)
    case 57_409: .character(".")
    case 57_410: .character("/")
    case 57_411: .character("*")
    case 57_412: .character("-")
    case 57_413: .character("+")
    case 57_415: .character("=")
    case 57_417: .left
    case 57_418: .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: .delete
    default: nil
    }
  }

  /// The character of a code point; nil for controls and for the protocol's private key codes.
  private static func character(_ code: Int) -> Character? {
    let isControl = code < 0x20 || (0x7F...0x9F).contains(code)
    let isKeyCode = (57_344...63_743).contains(code)
    guard !isControl, !isKeyCode else { return nil }
    return UInt32(exactly: code).flatMap(Unicode.Scalar.init).map(Character.init)
  }
}

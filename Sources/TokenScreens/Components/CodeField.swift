import TokenModel

/// An activation or recovery code while it is typed: forgiving, never masked, with a verdict.
struct CodeField: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case activation, recovery }

  /// Characters of a code without dashes.
  static let length = 20
  /// What stands before a recovery code in its QR code.
  private static let recoveryPrefix = "R:"

  let kind: Kind
  /// The twenty characters without their dashes.
  private(set) var field: TextField
  /// Base64 of the bank's signature, when the code was pasted with it.
  private(set) var signature: String?
  /// Why the latest character or paste was not taken.
  private(set) var hint: String?

  init(_ kind: Kind, offered: ActivationCode? = nil) {
    self.kind = kind
    field = TextField(
      offered.map { ActivationCodeTyping.corrected($0.text) } ?? "", limit: Self.length)
    let parts = offered?.qrText.split(separator: "#", maxSplits: 1) ?? []
    signature = parts.count == 2 ? String(parts[1]) : nil
  }

  /// The code, once it is whole and its checksum fits.
  var code: ActivationCode? { try? verdict.get() }

  var verdict: Result<ActivationCode, ActivationCode.Fault> {
    let text = field.text + (signature.map { "#" + $0 } ?? "")
    return Result { () throws(ActivationCode.Fault) in try ActivationCode(typed: text) }
  }

  /// True when the key means something to the field.
  func takes(_ key: Key) -> Bool {
    var probe = field
    return probe.take(key)
  }

  mutating func take(_ key: Key) {
    hint = nil
    let before = field.text
    if key == ":", kind == .recovery, before == "R" {
      field = TextField(limit: Self.length)
    } else if case .character(let character) = key {
      insert(String(character))
    } else {
      field.take(key)
    }
    // The signature belongs to the code that it came with.
    if field.text != before { signature = nil }
  }

  mutating func paste(_ text: String) {
    (hint, signature) = (nil, nil)
    guard let code = unprefixed(text.filter { !$0.isWhitespace }) else { return }
    let parts = code.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    // A whole code takes the place of what stands there; a part joins it.
    if parts.count == 2 || ActivationCodeTyping.corrected(parts[0]).count >= Self.length {
      field = TextField(limit: Self.length)
    }
    insert(String(parts[0]))
    guard parts.count == 2, hint == nil else { return }
    switch kind {
    case .activation: signature = String(parts[1])
    case .recovery: hint = say("fields.no-signature")
    }
  }

  /// Nil, with a hint, for a recovery code where an activation code is wanted.
  private mutating func unprefixed(_ text: String) -> Substring? {
    guard text.uppercased().hasPrefix(Self.recoveryPrefix) else { return text[...] }
    guard kind == .recovery else {
      hint = say("fields.recovery-code")
      return nil
    }
    return text.dropFirst(Self.recoveryPrefix.count)
  }

  private mutating func insert(_ text: String) {
    let corrected = ActivationCodeTyping.corrected(text)
    if let foreign = corrected.first(where: { !Self.isCodeCharacter($0) }) {
      hint = say("fields.foreign", ["character": DisplayText(String(foreign)).singleLine])
      return
    }
    if !corrected.isEmpty, field.text.count == Self.length {
      hint = say("fields.code-full")
      return
    }
    field.insert(corrected)
  }

  private static func isCodeCharacter(_ character: Character) -> Bool {
    ("A"..."Z").contains(character) || ("2"..."7").contains(character)
  }
}

extension CodeField {
  /// Columns of four groups of five cells joined by dashes.
  static let columns = length + 3 * 3

  func view(_ canvas: inout Canvas, _ column: Int, _ row: Int, isFocused: Bool = true) {
    let characters = Array(field.text)
    for place in 0..<Self.length {
      let cell = column + place + place / 5 * 3
      if place > 0, place.isMultiple(of: 5) { canvas.glyph("-", cell - 2, row, Style(.muted)) }
      let glyph = place < characters.count ? characters[place] : "_"
      let style = place < characters.count ? Style(.field, .bold) : Style(.field)
      canvas.glyph(glyph, cell, row, style)
    }
    guard isFocused else { return }
    let cursor = min(field.cursor, Self.length - 1)
    canvas.cursor(column + cursor + cursor / 5 * 3, row)
  }

  /// How far the code is, and what is wrong with it.
  func verdict(into page: inout TextPage) {
    if let hint {
      page.text(hint, Style(.warning), sign: "!")
      guard field.text.count == Self.length else { return }
    }
    switch verdict {
    case .success(let code):
      page.text(say("fields.well-formed"), Style(.success), sign: "✓")
      if code.signature != nil {
        page.text(say("fields.signature-later"), Style(.muted), indent: 2)
      }
    case .failure(.incomplete(let found)):
      page.text(
        say("fields.characters", ["count": String(found), "whole": String(Self.length)]),
        Style(.muted), sign: "·")
    case .failure(.checksum):
      page.text(
        say("fields.checksum"), Style(.danger, .bold),
        sign: "✗")
    case .failure(let fault):
      page.text(
        FailureWords.code(fault, isRecovery: kind == .recovery).happened, Style(.danger, .bold),
        sign: "✗")
    }
  }
}

import FoundationEssentials

/// A well-formed activation code: four groups of five Base32 characters whose checksum holds.
///
/// Format of the PowerAuth specification, "Activation Code": 12 bytes, of which the last two are
/// CRC-16/ARC of the first ten, big-endian; the four bits beyond are ignored. The long form
/// `CODE#SIGNATURE` carries the server's ECDSA signature (DER) of the code in Base64.
public struct ActivationCode: Equatable, Sendable {
  /// 23 characters, `ABCDE-FGHIJ-KLMNO-PQRST`.
  public let text: String
  /// DER-encoded ECDSA signature over the UTF-8 bytes of `text`; nil when the code was typed.
  public let signature: [UInt8]?

  /// What is wrong with a code.
  public enum Fault: Error, Equatable, Sendable {
    /// Not 20 Base32 characters in four dashed groups; `found` counts code characters.
    case incomplete(found: Int)
    /// A character outside `A-Z` and `2-7`, counted from 1 within the given text.
    case foreignCharacter(Character, at: Int)
    case groupsWithoutDashes
    case checksum
    /// Text after `#` that is empty or not Base64, or a second `#`.
    case signatureFormat
  }

  /// The strict form: upper case, three dashes, optionally `#` and a Base64 signature.
  public init(_ text: String) throws(Fault) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    try Self.check(parts[0])
    self.text = String(parts[0])
    signature = parts.count == 2 ? try Self.signature(String(parts[1])) : nil
  }

  /// Forgives what people type: lower case, `0` for `O`, `1` for `I`, spaces, missing dashes.
  public init(typed text: String) throws(Fault) {
    let trimmed = text.filter { !$0.isWhitespace }
    let parts = trimmed.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var strict = ActivationCodeTyping.grouped(ActivationCodeTyping.corrected(parts[0]))
    if parts.count == 2 { strict += "#" + parts[1] }
    try self.init(strict)
  }

  /// Ten random bytes as a code, checksum added; the server's side. `random` is exactly 10 bytes.
  public init?(random: [UInt8]) {
    guard random.count == 10 else { return nil }
    let crc = CRC16.arc(random)
    let characters = Base32.encode(random + [UInt8(crc >> 8), UInt8(crc & 0xFF)])
    text = ActivationCodeTyping.grouped(String(decoding: characters, as: UTF8.self))
    signature = nil
  }

  private static func check(_ code: Substring) throws(Fault) {
    for (offset, character) in code.enumerated() where character != "-" {
      guard let ascii = character.asciiValue, Base32.value(of: ascii) != nil else {
        throw .foreignCharacter(character, at: offset + 1)
      }
    }
    let characters = code.utf8.filter { $0 != UInt8(ascii: "-") }
    guard characters.count == 20 else { throw .incomplete(found: characters.count) }
    guard code.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [5, 5, 5, 5]
    else { throw .groupsWithoutDashes }
    guard let bytes = Base32.decode(characters),
      CRC16.arc(bytes[..<10]) == UInt16(bytes[10]) << 8 | UInt16(bytes[11])
    else { throw .checksum }
  }

  private static func signature(_ text: String) throws(Fault) -> [UInt8] {
    guard !text.isEmpty, let data = Data(base64Encoded: text) else { throw .signatureFormat }
    return Array(data)
  }
}

extension ActivationCode {
  /// `CODE` or `CODE#SIGNATURE`: what a QR code carries.
  public var qrText: String {
    guard let signature else { return text }
    return text + "#" + Data(signature).base64EncodedString()
  }
}

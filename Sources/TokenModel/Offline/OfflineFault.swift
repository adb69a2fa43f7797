/// Why a text is not that of an offline operation, in the order in which it is looked for.
public enum OfflineFault: Error, Equatable, Sendable {
  /// The file is not UTF-8.
  case notText
  /// More characters than a QR code can hold.
  case tooLong(limit: Int)
  /// Fewer than seven lines, which there are always.
  case tooFewLines(Int)
  case noOperationID
  /// The last line: empty, an unknown kind of key, no Base64, or of a wrong length.
  case invalidSignature
  /// Not the Base64 of 16 bytes.
  case invalidNonce
  case noOperationData
  /// The data do not begin with a letter for their version.
  case invalidVersion
  /// No number of a template behind the letter.
  case invalidTemplate
  /// More fields than six.
  case tooManyFields(Int)
  /// The content of this field, counted from 1, is not what its letter promises.
  case invalidField(Int)
  /// Title (line 2) or message (line 3) holds a control character.
  case controlCharacter(line: Int)
}

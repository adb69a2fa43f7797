import TokenModel

/// A code from the postcard that replaces a lost device; it has the form of an activation code.
public struct RecoveryCode: Sendable, Equatable {
  private static let qrPrefix = "R:"

  /// 23 characters.
  public let text: String

  /// Accepts the code with or without the `R:` of its QR form; throws `ActivationCode.Fault`.
  public init(_ text: String) throws(ActivationCode.Fault) {
    let isPrefixed = text.hasPrefix(Self.qrPrefix)
    let code = try ActivationCode(isPrefixed ? String(text.dropFirst(2)) : text)
    guard code.signature == nil else { throw .signatureFormat }
    self.text = code.text
  }

  /// `R:` and the code.
  public var qrText: String { Self.qrPrefix + text }

  /// Whether `text` is a PUK: ten ASCII digits.
  public static func isPUK(_ text: String) -> Bool {
    text.utf8.count == 10
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

/// What a text from a QR code, a paste or a link is about, and so where it leads.
public enum ScannedText: Equatable, Sendable {
  /// A code for a new activation, with the bank's signature where it has one.
  case activation(ActivationCode)
  /// A recovery code: `R:` and a code.
  case recovery(ActivationCode)
  /// An operation at the bank, with a one-time password or without.
  case operation(OperationLink)
  /// An offline operation, by its form; whether it is whole and genuine is found out there.
  case offline(String)
  /// Nothing of these.
  case unknown

  /// Any text, of any length: what no QR code could hold is unknown.
  public init(_ text: String) {
    guard text.utf8.count <= 4 * OperationLink.characterLimit else {
      self = .unknown
      return
    }
    self =
      Self.code(text) ?? (try? OperationLink(parsing: text)).map(Self.operation)
      ?? (OfflineOperation.resembles(text) ? .offline(text) : .unknown)
  }

  /// The first text that leads anywhere, as of a picture with several codes.
  public init(firstOf texts: [String]) {
    self = texts.lazy.map { ScannedText($0) }.first { $0 != .unknown } ?? .unknown
  }

  private static func code(_ text: String) -> ScannedText? {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.hasPrefix("R:") else {
      return (try? ActivationCode(typed: text)).map(Self.activation)
    }
    guard let code = try? ActivationCode(typed: String(trimmed.dropFirst(2))), code.signature == nil
    else { return nil }
    return .recovery(code)
  }
}

extension OfflineOperation {
  /// Whether a text has the lines of an offline operation and ends like one, readable or not.
  static func resembles(_ source: String) -> Bool {
    let lines = OfflineText(source).lines
    return lines.count >= minimumLines
      && lines[lines.count - 1].unicodeScalars.first.flatMap(Signer.init(rawValue:)) != nil
  }
}

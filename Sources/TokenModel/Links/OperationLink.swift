import FoundationEssentials

/// What the bank's page hands to a token: which operation is meant and, often, the one-time password
/// that proves to be near the page (Mobile Token API, section 5).
///
/// Two forms: a link `<scheme>://<host>?oid=…&potp=…`, of any scheme, and a JSON web token, alone or
/// as the value of a link's first query item. Nobody has signed either; it proves nothing.
public struct OperationLink: Equatable, Sendable {
  public let operationID: String
  /// UTF-8; nil where the text only says which operation is meant.
  public let otp: Secret?
  public let form: Form

  public enum Form: Equatable, Sendable {
    /// With its scheme in lower case.
    case link(scheme: String)
    case token
  }

  /// Characters of the largest QR code.
  public static let characterLimit = OfflineOperation.characterLimit

  /// Reads a text as it came from a camera, a paste or a browser; blanks around it do not count.
  public init(parsing source: String) throws(LinkFault) {
    let text = try Self.trimmed(source)
    if let link = LinkText(text) {
      form = .link(scheme: link.scheme)
      (operationID, otp) = try Self.content(of: link)
    } else {
      form = .token
      (operationID, otp) = try Self.content(ofToken: text)
    }
  }

  /// The way that a text of this form takes when it was pasted or opened, not read from a picture.
  public var originWhenPasted: ProximityCheck.Origin {
    switch form {
    case .link: .deepLink
    case .token: .qrCode
    }
  }

  /// The password as the evidence for an approval; nil where there is none.
  public func proximityCheck(
    by origin: ProximityCheck.Origin, received: Date
  ) -> ProximityCheck? {
    otp.map { ProximityCheck(otp: $0, origin: origin, received: received) }
  }

  /// The same, as one that carries no password.
  public var withoutOTP: OperationLink {
    OperationLink(operationID: operationID, otp: nil, form: form)
  }

  private init(operationID: String, otp: Secret?, form: Form) {
    (self.operationID, self.otp, self.form) = (operationID, otp, form)
  }

  private static func trimmed(_ source: String) throws(LinkFault) -> String {
    guard source.utf8.count <= 4 * characterLimit else { throw .tooLong(limit: characterLimit) }
    let scalars = source.unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    let start = scalars.drop(while: isBlank).startIndex
    let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? start
    guard start < end else { throw .unreadable }
    let text = scalars[start..<end]
    guard text.count <= characterLimit else { throw .tooLong(limit: characterLimit) }
    guard !text.contains(where: { isBlank($0) || !isPlain($0) }) else { throw .unreadable }
    return String(text)
  }

  /// Neither steers a terminal, nor turns the direction, nor stands for bytes that were no text.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: scalar != "\u{FFFD}"
    }
  }

  private typealias Content = (operationID: String, otp: Secret?)

  private static func content(of link: LinkText) throws(LinkFault) -> Content {
    guard let id = link.items.first(where: { $0.name == "oid" })?.value else {
      guard let token = link.items.first?.value else { throw .noOperation }
      return try content(ofToken: token)
    }
    let otp = link.items.first { ["totp", "potp"].contains($0.name) && !$0.value.isEmpty }
    return try content(id, otp?.value)
  }

  private static func content(ofToken text: String) throws(LinkFault) -> Content {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    // Its head and its signature count for nothing: the second part is all there is.
    guard parts.count > 1, let bytes = LinkText.base64(parts[1]),
      let json = try? JSONValue(parsing: bytes), json.object != nil
    else { throw .unreadable }
    guard let id = json["oid"]?.string else { throw .noOperation }
    return try content(id, Self.text(json["totp"]) ?? Self.text(json["potp"]))
  }

  /// A number is read as its digits.
  private static func text(_ json: JSONValue?) -> String? {
    (json?.string ?? json?.int.map(String.init)).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func content(_ id: String, _ otp: String?) throws(LinkFault) -> Content {
    guard !id.isEmpty, id.unicodeScalars.allSatisfy(isPlain),
      otp?.unicodeScalars.allSatisfy(isPlain) ?? true
    else { throw .noOperation }
    return (id, otp.map { Secret($0.utf8) })
  }
}

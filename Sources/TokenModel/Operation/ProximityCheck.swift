import FoundationEssentials

/// The bank's one-time password for being near its page, and how it came here.
///
/// It belongs to one operation; only its validity decides, the two stamps are for the bank's records
/// (Mobile Token API, section 5).
public struct ProximityCheck: Equatable, Sendable {
  /// UTF-8, at least one byte; eight digits where the bank has chosen nothing else.
  public let otp: Secret
  public let origin: Origin
  /// When the password came here, by the server's clock.
  public let received: Date

  /// The way that the password came, by its name on the wire.
  public enum Origin: String, Sendable, CaseIterable {
    /// Read from a picture, or typed off the page.
    case qrCode = "QR_CODE"
    /// A link that the user opened on this machine.
    case deepLink = "DEEPLINK"
  }

  public init(otp: Secret, origin: Origin, received: Date) {
    self.otp = otp
    self.origin = origin
    self.received = received
  }

  /// The member `proximityCheck` of an approval that is signed at `sent`, by the server's clock.
  ///
  /// Clocks that were set meanwhile never make the password arrive after it was sent on.
  public func document(sent: Date) -> JSONValue {
    let text = otp.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    return [
      "otp": .string(text), "type": .string(origin.rawValue),
      "timestampReceived": .string(ServerDate.utcText(min(received, sent))),
      "timestampSent": .string(ServerDate.utcText(sent)),
    ]
  }
}

extension ProximityCheck {
  /// Most characters of a code that somebody types off a page, blanks and dashes between them included.
  public static let longestTyped = 64
  /// Most digits of a code: banks choose how many their codes have, and the servers make no longer
  /// ones (`powerauth.service.proximity-check.otp.length`, eight where nothing was chosen).
  public static let mostDigits = 8

  /// Reads what the user gives for operation `id`: the digits that the bank's page shows, or the text
  /// of its QR code or its link, which must be about this very operation.
  ///
  /// `origin` is nil for a text that was pasted or typed: then its form tells.
  public init(
    parsing text: String, for id: String, origin: Origin? = nil, received: Date
  ) throws(LinkFault) {
    if let otp = try Self.digits(text) {
      self.init(otp: otp, origin: origin ?? .qrCode, received: received)
      return
    }
    let link = try OperationLink(parsing: text)
    guard link.operationID.utf8.elementsEqual(id.utf8) else { throw .otherOperation }
    guard let otp = link.otp else { throw .noCode }
    self.init(otp: otp, origin: origin ?? link.originWhenPasted, received: received)
  }

  /// Digits in groups, with blanks or dashes between them; nil for any other text.
  private static func digits(_ text: String) throws(LinkFault) -> Secret? {
    guard text.utf8.count <= 2 * longestTyped else { return nil }
    let bytes = text.utf8.filter { !" \t\r\n-".utf8.contains($0) }
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    guard (1...mostDigits).contains(bytes.count) else { throw .codeFormat }
    return Secret(bytes)
  }
}

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

/// The digits that approve an offline operation, to be read off the screen; wiped when let go.
public struct OfflineCode: Sendable, Equatable {
  /// ASCII: `12345678-12345678`, one group for each factor.
  public let digits: Secret
  /// Codes that the server is not known to have seen, this one included.
  public let unseen: Int

  /// How many signatures that it has not seen a server follows, unless it is set up otherwise.
  public static let followed = 20

  /// More than half of what the server follows is used up: from here on a status brings both together.
  public var isFarAhead: Bool { unseen > Self.followed / 2 }

  public init(digits: Secret, unseen: Int = 1) { (self.digits, self.unseen) = (digits, unseen) }

  /// The text, for the one moment in which it is shown.
  public func reveal() -> String {
    digits.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}

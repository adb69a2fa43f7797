/// The digits that approve an offline operation, to be read off the screen; wiped when let go.
public struct OfflineCode: Sendable, Equatable {
  /// ASCII: `12345678-12345678`, one group for each factor.
  public let digits: Secret

  public init(digits: Secret) { self.digits = digits }

  /// The text, for the one moment in which it is shown.
  public func reveal() -> String {
    digits.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}

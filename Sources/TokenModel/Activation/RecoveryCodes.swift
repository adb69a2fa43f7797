/// A recovery code and its PUK, to be written down on paper; wiped when let go.
public struct RecoveryCodes: Sendable, Equatable {
  /// 23 ASCII characters in the form of an activation code.
  public let code: Secret
  /// Ten ASCII digits.
  public let puk: Secret

  public init(code: Secret, puk: Secret) {
    self.code = code
    self.puk = puk
  }

  /// The two texts, for the one moment in which they are shown.
  public func reveal() -> (code: String, puk: String) {
    (Self.text(code), Self.text(puk))
  }

  private static func text(_ secret: Secret) -> String {
    secret.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}

/// What the server says to a recovery code that somebody holds on paper.
public struct RecoveryConfirmation: Sendable, Equatable {
  /// It was confirmed before, and nothing changed.
  public let alreadyConfirmed: Bool

  public init(alreadyConfirmed: Bool) { self.alreadyConfirmed = alreadyConfirmed }
}

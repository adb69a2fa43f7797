import TokenModel

/// A token by which requests are authenticated without a signature.
public struct AccessToken: Sendable, Equatable {
  /// Bytes of a secret.
  public static let secretSize = 16

  /// Identifier by which the server knows the token, a UUID text.
  public let id: String
  /// 16 B.
  public let secret: Secret

  /// A token with its secret of 16 B.
  public init(id: String, secret: Secret) {
    self.id = id
    self.secret = secret
  }
}

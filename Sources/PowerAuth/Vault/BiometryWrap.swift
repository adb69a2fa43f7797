import TokenModel

/// The biometry key under a random unlock key, which the platform keeps and not we.
public struct BiometryWrap: Sendable, Equatable {
  /// 16 B.
  public let wrappedKey: [UInt8]

  /// What storage holds.
  public init(wrappedKey: [UInt8]) { self.wrappedKey = wrappedKey }
}

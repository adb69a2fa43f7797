import PowerAuthCrypto

/// The signature that a person reads off one screen and types elsewhere.
public enum OfflineSignature {
  /// Digits of one component, unless the server asks for fewer.
  public static let defaultLength = 8

  /// Another number of digits than 4 … 8.
  public struct UnsupportedLength: Error, Equatable, Sendable {
    /// The number that was asked for.
    public let length: Int

    /// The number that was asked for.
    public init(length: Int) { self.length = length }
  }

  /// Groups of `length` digits joined by `-`; the caller then stores `counter.stepped()`.
  public static func compute(
    base: SignedRequestData, keys: FactorKeys, factors: Factors, counter: SignatureCounter,
    length: Int = defaultLength
  ) throws -> String {
    guard DecimalDigits.allowedLengths.contains(length) else {
      throw UnsupportedLength(length: length)
    }
    let components = SignatureComponents.compute(
      base, keys: try keys.keys(for: factors), counter: counter)
    return DecimalDigits.joined(components, length: length)
  }

  /// How many steps after `counter` the signature was made, 0 ..< `lookAhead`; nil if none.
  public static func verify(
    _ signature: String, base: SignedRequestData, keys: FactorKeys, factors: Factors,
    counter: SignatureCounter, length: Int = defaultLength,
    lookAhead: Int = OnlineSignature.defaultLookAhead
  ) throws -> Int? {
    try CounterSearch.first(within: lookAhead, from: counter) { candidate in
      let expected = try compute(
        base: base, keys: keys, factors: factors, counter: candidate, length: length)
      return ConstantTime.equal(Array(expected.utf8), Array(signature.utf8))
    }
  }
}

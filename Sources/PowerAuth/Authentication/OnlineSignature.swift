import PowerAuthCrypto

/// The signature of a request that goes to the server at once.
public enum OnlineSignature {
  /// How many counters ahead a server looks by default (half open).
  public static let defaultLookAhead = 20

  /// The text for `pa_signature`; the caller then stores `counter.stepped()`.
  public static func compute(
    base: SignedRequestData, keys: FactorKeys, factors: Factors, counter: SignatureCounter,
    version: ProtocolVersion
  ) throws -> String {
    let components = SignatureComponents.compute(
      base, keys: try keys.keys(for: factors), counter: counter)
    return SignatureFormat(version).text(of: components)
  }

  /// How many steps after `counter` the header's signature was made, 0 ..< `lookAhead`; nil if none.
  ///
  /// On a match n the server's next counter is `counter.stepped(by: n + 1)`.
  public static func verify(
    _ header: SignatureHeader, base: SignedRequestData, keys: FactorKeys,
    counter: SignatureCounter, lookAhead: Int = defaultLookAhead
  ) throws -> Int? {
    try CounterSearch.first(within: lookAhead, from: counter) { candidate in
      let expected = try compute(
        base: base, keys: keys, factors: header.factors, counter: candidate,
        version: header.version)
      return ConstantTime.equal(Array(expected.utf8), Array(header.signature.utf8))
    }
  }
}

/// The look-ahead of a server that may have missed signatures.
enum CounterSearch {
  /// The first of `limit` counters from `start` on that satisfies `matches`, as its distance.
  static func first(
    within limit: Int, from start: SignatureCounter,
    where matches: (SignatureCounter) throws -> Bool
  ) rethrows -> Int? {
    var candidate = start
    for distance in 0..<max(0, limit) {
      if try matches(candidate) { return distance }
      candidate = candidate.stepped()
    }
    return nil
  }
}

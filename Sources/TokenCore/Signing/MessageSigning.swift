import PowerAuth
import TokenModel

extension Token {
  /// The header that proves a message to a backend of the bank, which has it verified by its server.
  ///
  /// For GET, `query` is signed in its canonical form, and for every other method `body` as it is.
  /// One signature is computed and its counter used up, whether the message is sent or not. The server
  /// is asked for the status first: signatures that nobody has shown it would lead away from it
  /// unnoticed, for good after twenty. A factor beside possession must be in `factors` as well
  /// as in `factor`; who is not recognised gets a header that the backend will see refused.
  public func authorization(
    method: String, uriID: String, body: [UInt8]? = nil, query: String? = nil,
    factors: Factors, with factor: SecondFactor? = nil
  ) async throws(TokenFailure) -> HeaderField {
    let method = method.uppercased()
    let call = SignedCall(method: method, "", uriID: uriID, factors: factors, with: factor)
    let message = Self.message(method, body, query)
    let presented = try await present(call)
    return try await alone { (token) async throws(TokenFailure) in
      // Signatures that nobody shows the server lead away from it: look each time.
      token.synchronizedActivation = nil
      try await token.requireGoodStanding()
      defer { token.synchronizedActivation = nil }
      return try token.sign(call, message, presented).header
    }
  }

  private static func message(_ method: String, _ body: [UInt8]?, _ query: String?) -> [UInt8] {
    guard method == "GET" else { return body ?? [] }
    return query.flatMap(SignedRequestData.canonicalQuery).map { Array($0.utf8) } ?? []
  }
}

import PowerAuth
import TokenModel

/// Checks the token of a request.
enum TokenGate {
  /// The active registration that the token belongs to; nil for anything that is not in order.
  ///
  /// A header is good once, from two hours before to half an hour after its timestamp's moment. The
  /// token must have been made with one of the `allowed` combinations of factors.
  static func check(
    _ call: Call, allowed: Set<Factors> = Set(Factors.allCases)
  ) throws -> Registration? {
    let ledger = call.ledger
    guard let text = call.request.header(TokenHeader.name),
      let header = try? TokenHeader(parsing: text),
      isTimely(header.timestamp, at: ledger.now),
      let stored = try ledger.token(header.tokenID), allowed.contains(stored.factors),
      let registration = try ledger.registration(stored.registrationID),
      registration.state == .active,
      header.isAuthentic(secret: stored.token.secret)
    else { return nil }
    let value = "token \(header.tokenID) \(Base64.encode(header.nonce))"
    let end = header.timestamp + ServerRules.tokenAge
    return try ledger.isFirstUse(of: value, until: end) ? registration : nil
  }

  private static func isTimely(_ timestamp: Milliseconds, at now: Milliseconds) -> Bool {
    (now - ServerRules.tokenAge...now + ServerRules.tokenLead).contains(timestamp)
  }
}

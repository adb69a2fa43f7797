import PowerAuth
import TokenModel

/// A request whose signature holds.
struct SignedCaller {
  let registration: Registration
  let header: SignatureHeader
}

/// Why a request does not count as signed.
enum SignatureFault: Error, Equatable {
  case headerMissing
  /// The endpoint does not take this combination of factors; nothing was counted.
  case factorsNotAllowed
  /// Not understood, of an activation that is not active, or wrong; the last one was counted.
  case invalid
}

/// Checks the signature of a request, and counts.
///
/// The counter moves on with every signature that holds, and failures are written down with every one
/// that does not: both in the transaction of the request, so that no two requests ever pass with one
/// counter.
enum SignatureGate {
  static func check(
    _ call: Call, uriID: String, allowed: Set<Factors>
  ) throws -> SignedCaller {
    guard let text = call.request.header(SignatureHeader.name) else {
      throw SignatureFault.headerMissing
    }
    guard let header = try? SignatureHeader(parsing: text) else { throw SignatureFault.invalid }
    guard allowed.contains(header.factors) else { throw SignatureFault.factorsNotAllowed }
    guard var registration = try call.ledger.registration(header.activationID) else {
      throw SignatureFault.invalid
    }
    registration.usedAt = call.ledger.now
    let steps = try matchingStep(header, registration, call, uriID)
    if let steps {
      accept(header.factors, steps: steps, &registration)
    } else {
      countFailure(header.factors, &registration)
    }
    try call.ledger.update(registration)
    guard steps != nil else { throw SignatureFault.invalid }
    return SignedCaller(registration: registration, header: header)
  }

  /// How many counters ahead the signature was made; nil when it does not hold.
  private static func matchingStep(
    _ header: SignatureHeader, _ registration: Registration, _ call: Call, _ uriID: String
  ) throws -> Int? {
    let credentials = call.ledger.application.credentials
    guard registration.state == .active, let device = registration.device,
      header.applicationKey == credentials.applicationKey
    else { return nil }
    let base = SignedRequestData(
      method: call.request.method, uriId: uriID, nonce: header.nonce, body: call.request.body,
      applicationSecret: credentials.applicationSecret)
    return try OnlineSignature.verify(
      header, base: base, keys: device.keys().factorKeys, counter: device.counter,
      lookAhead: ServerRules.lookAhead)
  }

  private static func accept(
    _ factors: Factors, steps: Int, _ registration: inout Registration
  ) {
    guard let counter = registration.device?.counter else { return }
    registration.device?.counter = counter.stepped(by: steps + 1)
    if factors != .possession { registration.failedAttempts = 0 }
  }

  /// Possession alone is not a guess, and only an active registration can be blocked.
  private static func countFailure(_ factors: Factors, _ registration: inout Registration) {
    guard factors != .possession, registration.state == .active else { return }
    registration.failedAttempts += 1
    guard registration.failedAttempts >= ServerRules.maxFailedAttempts else { return }
    registration.state = .blocked
    registration.blockedReason = ServerRules.blockedByFailures
  }
}

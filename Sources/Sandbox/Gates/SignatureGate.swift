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
  /// The header is not of the described form.
  case headerInvalid
  /// The endpoint does not take this combination of factors; nothing was counted.
  case factorsNotAllowed
  /// Of an activation that is not active, or wrong; the last one was counted.
  case invalid
}

/// Checks the signature of a request, and counts.
///
/// The counter moves on with every signature that holds, and failures are written down with every one
/// that does not: both in the transaction of the request, so that no two requests ever pass with one
/// counter.
enum SignatureGate {
  /// `body` is what the signature covers, unless that is the request's own body.
  ///
  /// `isUpgrading` takes the counter that the start of a protocol upgrade gave out.
  static func check(
    _ call: Call, uriID: String, allowed: Set<Factors>, body: [UInt8]? = nil,
    isUpgrading: Bool = false
  ) throws -> SignedCaller {
    let header = try header(of: call)
    guard allowed.contains(header.factors) else { throw SignatureFault.factorsNotAllowed }
    let base = header.signedData(
      method: call.request.method, uriId: uriID, body: body ?? call.request.signedBody,
      applicationSecret: call.ledger.application.credentials.applicationSecret)
    let verdict = try verify(header, base: base, in: call.ledger, isUpgrading: isUpgrading)
    guard verdict.isValid, let registration = verdict.registration else {
      throw SignatureFault.invalid
    }
    return SignedCaller(registration: registration, header: header)
  }

  /// The request's signature header, not checked yet.
  static func header(of call: Call) throws(SignatureFault) -> SignatureHeader {
    guard let text = call.request.header(SignatureHeader.name) else { throw .headerMissing }
    guard let header = try? SignatureHeader(parsing: text) else { throw .headerInvalid }
    return header
  }

  /// What became of a signature, with the registration as it is now; nil when there is none.
  struct Verdict {
    let registration: Registration?
    /// The factors that signed; nil when the signature does not hold.
    let factors: Factors?

    var isValid: Bool { factors != nil }
  }

  /// Verifies an online signature over `base`; an application that is not ours is a failure.
  static func verify(
    _ header: SignatureHeader, base: SignedRequestData, in ledger: Ledger,
    isUpgrading: Bool = false
  ) throws -> Verdict {
    let isOurs = header.applicationKey == ledger.application.credentials.applicationKey
    return try judge(
      header.activationID, in: ledger, anyOf: [header.factors], isUpgrading: isUpgrading
    ) { factors, keys, counter in
      guard isOurs else { return false }
      return try OnlineSignature.verify(
        header, base: base, keys: keys, counter: counter, lookAhead: 1) != nil
    }
  }

  /// Verifies decimal groups of `length` digits over one of `bases`, made with any of `factors`.
  static func verify(
    offline signature: String, of id: String, anyBase bases: [SignedRequestData],
    anyOf factors: [Factors],
    length: Int, in ledger: Ledger
  ) throws -> Verdict {
    try judge(id, in: ledger, anyOf: factors) { factors, keys, counter in
      try bases.contains { base in
        try OfflineSignature.verify(
          signature, base: base, keys: keys, factors: factors, counter: counter, length: length,
          lookAhead: 1) != nil
      }
    }
  }

  private typealias Match = (Factors, FactorKeys, SignatureCounter) throws -> Bool

  private static func judge(
    _ id: String, in ledger: Ledger, anyOf factors: [Factors], isUpgrading: Bool = false,
    _ isMatch: Match
  ) throws -> Verdict {
    guard var registration = try ledger.registration(id) else {
      return Verdict(registration: nil, factors: nil)
    }
    registration.usedAt = ledger.now
    let used = try accept(&registration, anyOf: factors, isUpgrading: isUpgrading, isMatch)
    // Of several combinations the first stands for the failure.
    if used == nil, let first = factors.first { countFailure(first, &registration) }
    try ledger.update(registration)
    return Verdict(registration: registration, factors: used)
  }

  /// The factors of the first match, whose counter is then behind us; nil when there is none.
  private static func accept(
    _ registration: inout Registration, anyOf factors: [Factors], isUpgrading: Bool,
    _ isMatch: Match
  ) throws -> Factors? {
    guard registration.state == .active, let device = registration.device else { return nil }
    let keys = try device.keys().factorKeys
    var used: Factors?
    let next = try device.counter.following(isUpgrading: isUpgrading) { counter in
      used = try factors.first { try isMatch($0, keys, counter) }
      return used != nil
    }
    guard let next, let used else { return nil }
    registration.device?.counter = next
    if used != .possession { registration.failedAttempts = 0 }
    return used
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

import PowerAuthCrypto
import TokenModel

extension Ledger {
  /// Checks a registration's one-time password at one of the two steps that may ask for it.
  ///
  /// Nil means a refusal. A wrong password counts, and the last one ends the registration; a missing
  /// one, and one that the other step asks for, are refused without counting. Where no step asks for
  /// one, servers take any.
  func checkPassword(
    _ password: String?, at step: Registration.PasswordPhase, of registration: Registration
  ) throws -> Registration? {
    guard let phase = registration.passwordPhase, let digest = registration.otpDigest else {
      return registration
    }
    let given = password.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    guard phase == step else { return given == nil ? registration : nil }
    guard let given else { return nil }
    var registration = registration
    if ConstantTime.equal(SHA256.hash(Array(given.utf8)), digest) {
      registration.failedAttempts = 0
      return registration
    }
    registration.failedAttempts += 1
    try update(registration)
    if registration.failedAttempts >= ServerRules.maxFailedAttempts {
      try remove(registration, revokesCodes: false)
    }
    return nil
  }
}

import PowerAuth
import TokenModel

/// By what right an activation is asked for: each finds or opens the registration, or refuses.
enum ActivationRights {
  typealias Attributes = [String: String]

  // MARK: - Code

  static func byCode(
    _ attributes: Attributes, _ inner: ActivationLayer2Request, in ledger: Ledger
  ) throws -> Registration {
    guard let code = attributes["code"],
      let found = try ledger.registration(activationCode: code), found.state == .created
    else { throw MobileFault.activation }
    let verdict = try ledger.checkPassword(inner.activationOtp, at: .onKeyExchange, of: found)
    guard let registration = verdict else { throw MobileFault.activation }
    return registration
  }

  // MARK: - Credentials and sign-in

  /// A name and a password of the bank's own.
  static func byCredentials(
    _ attributes: Attributes, in ledger: Ledger
  ) throws -> Registration {
    guard let userID = attributes["username"], let password = attributes["password"],
      let user = try ledger.user(userID), user.isPassword(password)
    else { throw MobileFault.activation }
    return try committed(userID, in: ledger)
  }

  static func bySignIn(_ attributes: Attributes, in ledger: Ledger) throws -> Registration {
    guard let provider = OpenIDProvider.named(attributes["providerId"]),
      let code = attributes["code"], let nonce = attributes["nonce"],
      !provider.usesPKCE || !(attributes["codeVerifier"] ?? "").allSatisfy(\.isWhitespace),
      let userID = try provider.userID(
        code: code, nonce: nonce, verifier: attributes["codeVerifier"], in: ledger)
    else { throw MobileFault.activation }
    return try committed(userID, in: ledger)
  }

  /// The person has proven enough: the key exchange is the commit.
  private static func committed(_ userID: String, in ledger: Ledger) throws -> Registration {
    try RegistrationEndpoints.open(
      userID: userID, applicationID: SandboxApplication.defaultID, password: nil,
      commitPhase: .onKeyExchange, in: ledger)
  }

  // MARK: - Recovery

  /// The PUKs serve in their order, each once; the device that the code came with is removed.
  static func byRecovery(_ attributes: Attributes, in ledger: Ledger) throws -> Registration {
    guard let text = attributes["recoveryCode"], let puk = attributes["puk"],
      try ledger.recoveryConfiguration().isForActivations,
      var code = try ledger.recoveryCode(text), code.status == .active
    else { throw MobileFault.activation }
    guard code.isNext(puk), let next = code.nextPUK else {
      throw try refuse(&code, in: ledger)
    }
    code.failedAttempts = 0
    code.puks[next].status = .used
    try ledger.update(code)
    var flags: [String] = []
    if let id = code.registrationID, let old = try ledger.registration(id) {
      flags = old.flags
      try ledger.remove(old, revokesCodes: true)
    }
    var registration = try committed(code.userID, in: ledger)
    registration.flags = flags
    return registration
  }

  /// Counts a wrong PUK; the last one blocks the code and spends the PUK that was meant.
  private static func refuse(
    _ code: inout StoredRecoveryCode, in ledger: Ledger
  ) throws -> Refusal {
    code.failedAttempts += 1
    guard let next = code.nextPUK else {
      try ledger.update(code)
      return MobileFault.activation
    }
    guard code.failedAttempts >= ServerRules.maxWrongPUKs else {
      try ledger.update(code)
      return MobileFault.wrongPUK(next: next + 1)
    }
    code.status = .blocked
    code.puks[next].status = .invalid
    try ledger.update(code)
    return MobileFault.activation
  }
}

import PowerAuth
import TokenModel

/// `/pa/v3/recovery/confirm`: a postcard has arrived.
enum RecoveryEndpoints {
  static let routes = [Route(.recoveryConfirm, confirm)]

  private static func confirm(_ call: Call) throws -> SandboxResponse {
    let caller = try call.signedCaller(.recoveryConfirm, [.possessionKnowledge])
    let request = try call.cryptogram(caller.header.version)
    let opened = try EncryptionGate.open(
      request, caller.header.version, .recoveryConfirm, of: caller.registration, in: call.ledger)
    guard let opened, let message: RecoveryConfirmRequest = opened.message(),
      try call.ledger.recoveryConfiguration().isForActivations,
      var code = try call.ledger.recoveryCode(message.recoveryCode),
      code.userID == caller.registration.userID
    else { throw MobileFault.recoveryConfirmation }
    switch code.status {
    case .active: return try answer(opened, alreadyConfirmed: true, call)
    case .created:
      code.status = .active
      try call.ledger.update(code)
      return try answer(opened, alreadyConfirmed: false, call)
    case .blocked, .revoked: throw MobileFault.recoveryConfirmation
    }
  }

  private static func answer(
    _ opened: OpenedRequest, alreadyConfirmed: Bool, _ call: Call
  ) throws -> SandboxResponse {
    try opened.answer(
      RecoveryConfirmResponse(alreadyConfirmed: alreadyConfirmed), at: call.ledger.now)
  }
}

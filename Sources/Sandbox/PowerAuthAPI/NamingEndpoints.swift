import PowerAuth
import TokenModel

/// `/pa/v3/activation/detail` and `…/rename`: what the bank calls a device.
enum NamingEndpoints {
  static let routes = [
    Route(.activationDetail, detail),
    Route(.activationRename, rename),
  ]

  /// A token of two factors stands for the signature.
  private static func detail(_ call: Call) throws -> SandboxResponse {
    let opened = try EncryptionGate.open(call, .activationDetail)
    guard let registration = try TokenGate.check(call, allowed: .two) else {
      throw MobileFault.signature
    }
    return try answer(opened?.0, registration, call)
  }

  /// The signature covers the text before its encryption.
  private static func rename(_ call: Call) throws -> SandboxResponse {
    let opened = try EncryptionGate.open(call, .activationRename)
    let caller = try call.signedCaller(.activationRename, .two, body: opened?.0.bytes)
    // Released servers read the name from the cryptogram, where there is none.
    guard !call.faults.refusesRename, let message: ActivationRenameRequest = opened?.0.message(),
      (1...ServerRules.textLimit).contains(message.activationName.utf16.count),
      !message.activationName.allSatisfy(\.isWhitespace)
    else { throw MobileFault.activation }
    var registration = caller.registration
    registration.device?.name = message.activationName
    try call.ledger.update(registration)
    return try answer(opened?.0, registration, call)
  }

  /// Servers answer nothing at all to what they could not open.
  private static func answer(
    _ opened: OpenedRequest?, _ registration: Registration, _ call: Call
  ) throws -> SandboxResponse {
    guard let opened else { return .empty }
    let detail = ActivationDetailResponse(
      activationId: registration.id, activationName: registration.device?.name)
    return try opened.answer(ResponseEnvelope(detail), at: call.ledger.now)
  }
}

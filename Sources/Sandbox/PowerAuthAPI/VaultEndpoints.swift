import PowerAuth
import TokenModel

/// `/pa/v3/vault/unlock`: the key under which a device keeps its private key.
enum VaultEndpoints {
  static let routes = [Route(.vaultUnlock, unlock)]

  /// Only what passes all other checks is counted as a signature, right or wrong.
  private static func unlock(_ call: Call) throws -> SandboxResponse {
    guard (try? JSONValue(parsing: call.request.body)) != nil else { throw Refusal.generic }
    guard let header = try? SignatureGate.header(of: call) else { throw MobileFault.signature }
    let request = try call.cryptogram(header.version)
    guard allowed(call.faults).contains(header.factors) else { throw MobileFault.secureVault }
    guard header.applicationKey == call.ledger.application.credentials.applicationKey,
      let registration = try call.ledger.registration(header.activationID),
      registration.state == .active, let device = registration.device
    else { throw MobileFault.signature }
    let opened = try EncryptionGate.open(
      request, header.version, .vaultUnlock, of: registration, in: call.ledger)
    guard let opened else { throw MobileFault.secureVault }
    try checkReason(opened)
    _ = try call.signedCaller(.vaultUnlock, allowed(call.faults))
    let keys = try device.keys()
    return try opened.answer(
      VaultUnlockResponse(vaultKey: keys.vault, transportKey: keys.transport), at: call.ledger.now)
  }

  /// Servers trust biometry with the vault only where they are told to.
  private static func allowed(_ faults: SandboxFaults) -> Set<Factors> {
    faults.opensVaultByBiometry ? .two : [.possessionKnowledge]
  }

  private static func checkReason(_ opened: OpenedRequest) throws(Refusal) {
    guard let json = try? JSONValue(parsing: opened.bytes), json.object != nil else {
      throw MobileFault.signature
    }
    // A reason that is not given is none at all, which servers take.
    guard let reason = json["reason"] else { return }
    guard let text = reason.string, VaultUnlockRequest(reason: text) != nil else {
      throw MobileFault.secureVault
    }
  }
}

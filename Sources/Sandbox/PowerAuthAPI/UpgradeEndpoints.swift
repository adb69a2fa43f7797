import PowerAuth
import TokenModel

/// `/pa/v3/upgrade`: from the numeric counter of protocol 2 to the hash chain of protocol 3.
enum UpgradeEndpoints {
  static let routes = [
    Route(.upgradeStart, start),
    Route(.upgradeCommit, commit),
  ]

  /// The same chain is given again until the commit, in case that an answer was lost.
  private static func start(_ call: Call) throws -> SandboxResponse {
    guard let text = call.request.header(EncryptionHeader.name),
      let header = try? EncryptionHeader(parsing: text), let id = header.activationID
    else { throw MobileFault.upgrade }
    let request = try call.cryptogram(header.version)
    guard header.applicationKey == call.ledger.application.credentials.applicationKey,
      var registration = try call.ledger.registration(id), registration.state == .active,
      var counter = registration.device?.counter, counter.upgrade != .committed,
      let opened = try EncryptionGate.open(
        request, header.version, .upgrade, of: registration, in: call.ledger)
    else { throw MobileFault.upgrade }
    let answer = try counter.upgrade.start(legacyCounter: UInt64(counter.byte))
    registration.device?.counter = counter
    try call.ledger.update(registration)
    return try opened.answer(answer, at: call.ledger.now)
  }

  /// The signature is made by the new chain already.
  private static func commit(_ call: Call) throws -> SandboxResponse {
    guard call.request.header(SignatureHeader.name) == nil || !call.request.body.isEmpty else {
      throw MobileFault.request
    }
    let caller = try call.explainedCaller(
      .upgradeCommit, [.possession], isUpgrading: true, invalidHeader: MobileFault.upgrade)
    var registration = caller.registration
    guard var counter = registration.device?.counter, (try? counter.upgrade.commit()) != nil else {
      throw MobileFault.upgrade
    }
    registration.device?.counter = counter
    try call.ledger.update(registration)
    return .success()
  }
}

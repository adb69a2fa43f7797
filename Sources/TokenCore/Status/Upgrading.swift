import PowerAuth
import TokenModel

extension StatusReport {
  /// Whether the server signs by the hash chain with this activation, as we do.
  var isServerUpgraded: Bool { blob.currentVersion >= StatusBlob.firstChainVersion }
}

extension Token {
  /// Whether something is to be done about an upgrade from protocol 2 to 3.
  func canUpgrade(after report: StatusReport) -> Bool {
    guard let generation = try? requireActivation().record.generation,
      let step = try? ProtocolUpgrade.next(generation, server: report.blob)
    else { return false }
    return step != .none
  }

  /// While the server signs by numbers and not by the hash chain, we cannot.
  func requireHashChain(_ report: StatusReport) throws(TokenFailure) {
    switch try requireActivation().record.generation {
    case .v3: return
    case .upgrading where report.isServerUpgraded: return
    case .upgrading, .v2: throw .upgradePending
    }
  }

  /// Leads an activation of protocol 2 as far towards protocol 3 as the server goes along.
  ///
  /// Each step is durable before the next: whatever stops it, the next status goes on from there. Only
  /// while this token signs alone. Nothing is done about an activation that is not active.
  func upgraded(_ found: StatusReport) async throws(TokenFailure) -> StatusReport {
    var report = found
    var commits = 0
    while canUpgrade(after: report) {
      switch try requireActivation().record.generation {
      case .v3: return report
      case .v2: try await startUpgrade(report)
      case .upgrading where report.isServerUpgraded:
        // Else the server has not recognised our counter: it must see a signature first.
        guard let counter = report.serverCounter else { return report }
        try finishUpgrade(at: counter)
      case .upgrading:
        commits += 1
        guard let fault = try await commitUpgrade() else { break }
        // A server that has lost sight of our counter gives out its own once more.
        guard commits == 1, case .refusal(let refusal) = fault, refusal.isUnauthorized else {
          throw ErrorMeaning.general(fault, lacking: .upgrade)
        }
        try await startUpgrade(report)
      }
      report = try await fetchStatus()
      // A server that says OK to the commit and stays where it was is not asked for ever.
      guard commits < 2 || report.isServerUpgraded else { return report }
    }
    return report
  }

  /// The server gives the same chain again until the commit, so that a lost answer costs nothing.
  private func startUpgrade(_ report: StatusReport) async throws(TokenFailure) {
    let activation = try requireActivation()
    let call = EncryptedCall(.upgradeStart, of: profile.server, for: activation.record)
    // Servers call an expired key, too, a failed upgrade: each try takes a fresh one.
    dropTemporaryKey(of: activation.id)
    switch try await exchangeEncrypted(call, body: WireJSON.emptyObject) {
    case .failure(let fault): throw ErrorMeaning.general(fault, lacking: .upgrade)
    case .success(let plaintext):
      let answer = try OpenedAnswer.bare(plaintext, UpgradeStartResponse.self)
      let begun = try Self.begun(activation.record, answer, report.blob)
      try change(activation.id) { activation in
        guard activation.record.generation != .v3 else { return }
        activation.record.counter = begun.counter
        activation.record.generation = begun.generation
      }
    }
  }

  private static func begun(
    _ record: ActivationRecord, _ answer: UpgradeStartResponse, _ blob: StatusBlob
  ) throws(TokenFailure) -> ActivationRecord {
    var record = record
    // A repeated start begins where the first one did.
    if record.generation == .upgrading { record.generation = .v2(counter: 0) }
    do throws(ProtocolUpgrade.Fault) {
      try ProtocolUpgrade.apply(answer, server: blob, to: &record)
    } catch {
      throw .untrustedAnswer(.missing(member: "ctrData"))
    }
    return record
  }

  private func commitUpgrade() async throws(TokenFailure) -> ExchangeFault? {
    let call = SignedCall(.upgradeCommit, of: profile.server)
    guard case .failure(let fault) = try await sendSigned(call, body: WireJSON.emptyObject) else {
      return nil
    }
    return fault
  }

  private func finishUpgrade(at counter: SignatureCounter) throws(TokenFailure) {
    try change(try requireActivation().id) { activation in
      guard activation.record.generation == .upgrading else { return }
      activation.record.counter = counter
      activation.record.generation = .v3
    }
  }
}

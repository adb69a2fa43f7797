import PowerAuth
import TokenModel

/// A status, and what was done about the counters on its occasion.
struct StatusReport: Sendable, Equatable {
  let status: ActivationStatus
  /// The server will soon lose us out of sight unless it sees a signature.
  let needsForcedSync: Bool
  let blob: StatusBlob
  /// Where the server's counter stands: during an upgrade, if it could be recognized.
  let serverCounter: SignatureCounter?
}

extension Token {
  /// What the server says about this activation; parallel calls share one request.
  ///
  /// On the way the counters are brought together again where that is possible, and an upgrade from
  /// protocol 2 is made, or goes on from where it stopped.
  public func status() async throws(TokenFailure) -> ActivationStatus {
    try await statusReport().status
  }

  func statusReport() async throws(TokenFailure) -> StatusReport {
    try await statusFetches.value(for: profile.name) { () async throws(TokenFailure) in
      var report = try await self.fetchStatus()
      if await self.canUpgrade(after: report) {
        // The status is true all the same.
        let found = report
        let upgraded = try? await self.alone { (token) async throws(TokenFailure) in
          try await token.upgraded(found)
        }
        report = upgraded ?? found
      }
      if report.needsForcedSync, await self.mayShowCounter {
        // The status is true all the same.
        try? await self.alone { (token) async throws(TokenFailure) in
          try await token.showCounter()
        }
      }
      return report
    }
  }

  /// Makes sure that a signature made now can be accepted; only while this token signs alone.
  ///
  /// Otherwise a blocked activation, or one that the server cannot follow any more, would go on
  /// using up counters with each try. Nil when the standing was known already.
  @discardableResult
  func requireGoodStanding(
    isUserWaiting: Bool = true
  ) async throws(TokenFailure) -> ActivationStatus? {
    guard synchronizedActivation != (try requireActivation().id) else { return nil }
    let report = try await upgraded(try await fetchStatus())
    if let failure = ErrorMeaning.standing(report.status) { throw failure }
    try requireHashChain(report)
    if report.needsForcedSync { try await approachServer(report, isUserWaiting) }
    synchronizedActivation = try requireActivation().id
    return report.status
  }

  /// Shows the server a counter that is far ahead of its own, or whose distance nobody knows.
  ///
  /// Of the former, the signature that comes next may serve as well: the server can follow it so far.
  /// Of the latter, a refusal means that it cannot: then a right PIN would be counted as a wrong one.
  private func approachServer(
    _ report: StatusReport, _ isUserWaiting: Bool
  ) async throws(TokenFailure) {
    let isDistanceKnown = try requireActivation().record.generation == .v3
    if isUserWaiting, mayShowCounter || !isDistanceKnown {
      do throws(TokenFailure) {
        try await showCounter()
      } catch .refused(let refusal) where refusal.isUnauthorized && !isDistanceKnown {
        throw .deadlocked(server: report.status.state)
      } catch {
        if !isDistanceKnown { throw error }
      }
    }
    if !isUserWaiting, !mayShowCounter, let syncPause { throw syncPause.failure }
  }

  /// Whether it is time to try; each try that fails takes us further away from the server.
  private var mayShowCounter: Bool {
    syncPause.map { clock.monotonicMilliseconds() >= $0.end } ?? true
  }

  /// Lets the server see a signature by possession, so that its counter follows ours.
  func showCounter() async throws(TokenFailure) {
    let call = SignedCall(.signatureValidate, of: profile.server)
    let body = RequestBody.bytes(["reason": "COUNTER_SYNCHRONIZATION"])
    if case .failure(let fault) = try await sendSigned(call, body: body) {
      throw ErrorMeaning.general(fault)
    }
  }

  func fetchStatus() async throws(TokenFailure) -> StatusReport {
    let activation = try requireActivation()
    let (blob, customObject) = try await requestStatus(of: activation.record)
    return try report(blob, customObject, of: activation.id)
  }

  /// Asks for the status of an activation that need not be kept here.
  func requestStatus(
    of record: ActivationRecord
  ) async throws(TokenFailure) -> (blob: StatusBlob, customObject: JSONValue?) {
    _ = try await serverTime()
    let challenge = Nonce.bytes(StatusBlob.nonceSize)
    let request = StatusRequest(activationId: record.activationID, challenge: challenge)
    do {
      let answer: StatusResponse = try await exchange(
        profile.server.url(Endpoint.activationStatus.path),
        body: try WireJSON.encode(RequestEnvelope(request))
      ).object()
      let blob = try answer.blob(challenge: challenge, transportKey: record.transportKey)
      return (blob, answer.customObject)
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }

  /// Compares with the counter as it stands now, since signing went on during the request.
  private func report(
    _ blob: StatusBlob, _ customObject: JSONValue?, of activationID: String
  ) throws(TokenFailure) -> StatusReport {
    let activation = try requireActivation()
    guard activation.id == activationID else { throw .noActivation }
    let decision = try Self.reconciliation(of: activation.record, with: blob)
    if case .serverAhead(let counter) = decision {
      _ = try stored { () throws(StorageFault) in
        // Refused when a signature took the counter meanwhile; then the next status decides anew.
        try store.moveCounter(of: activationID, from: activation.record.counter, to: counter)
      }
    }
    see(decision.distance, of: activation)
    isFarAhead = decision.needsForcedSync
    let status = ActivationStatus(
      state: blob.state, failedAttempts: blob.failedAttempts,
      maxFailedAttempts: blob.maxFailedAttempts, isDeadlocked: decision == .deadlock,
      customObject: customObject,
      isUpgradePending: activation.record.generation != .v3
        && blob.currentVersion < StatusBlob.firstChainVersion)
    return StatusReport(
      status: status,
      needsForcedSync: decision.needsForcedSync && blob.state == .active,
      blob: blob,
      serverCounter: Self.serverCounter(activation.record, blob))
  }

  /// Offline codes that the server has left behind by now are no reason to warn any more.
  ///
  /// `activation` is what the distance was measured from: a code that was made meanwhile keeps the
  /// count as it is. So does a full disk, which may not fail what has succeeded.
  func see(_ distance: Int, of activation: StoredActivation) {
    guard activation.unseenCodes > distance else { return }
    _ = try? store.update(activation.id) { kept in
      guard kept.unseenCodes == activation.unseenCodes else { return }
      kept.unseenCodes = distance
    }
  }

  static func reconciliation(
    of record: ActivationRecord, with blob: StatusBlob
  ) throws(TokenFailure) -> CounterReconciliation {
    // Nothing will ever be signed again: the counters of a removed activation mean nothing.
    guard blob.state != .removed else { return .inSync }
    switch (record.generation, blob.currentVersion >= StatusBlob.firstChainVersion) {
    case (.v2, false), (.upgrading, false): return .inSync
    // A backup from before the upgrade: the hash chain is not here and will not be given again.
    case (.v2, true): return .deadlock
    case (.upgrading, true):
      return serverCounter(record, blob) == nil
        ? .clientAhead(distance: 1, needsForcedSync: true) : .inSync
    case (.v3, _): break
    }
    do {
      return try CounterReconciliation.decide(
        local: record.counter, server: blob, transportKey: record.transportKey)
    } catch {
      throw failure(ofProtecting: error)
    }
  }

  /// During an upgrade our byte of the counter means nothing yet: the hash alone tells the place.
  static func serverCounter(
    _ record: ActivationRecord, _ blob: StatusBlob
  ) -> SignatureCounter? {
    guard record.generation == .upgrading,
      blob.currentVersion >= StatusBlob.firstChainVersion
    else { return nil }
    let adopted = try? CounterReconciliation.adopted(
      local: record.counter, server: blob, transportKey: record.transportKey)
    return adopted ?? nil
  }
}

extension CounterReconciliation {
  fileprivate var needsForcedSync: Bool {
    guard case .clientAhead(_, needsForcedSync: true) = self else { return false }
    return true
  }

  /// Signatures that the server may not have seen; after a deadlock nothing is known of that.
  fileprivate var distance: Int {
    switch self {
    case .inSync, .serverAhead: 0
    case .clientAhead(let distance, _): distance
    case .deadlock: .max
    }
  }
}

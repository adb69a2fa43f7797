import PowerAuth
import TokenModel

/// A status, and what was done about the counters on its occasion.
struct StatusReport: Sendable, Equatable {
  let status: ActivationStatus
  /// The server was ahead, and we followed.
  let counterMoved: Bool
  /// The server will soon lose us out of sight unless it sees a signature.
  let needsForcedSync: Bool
}

extension Token {
  /// What the server says about this activation; parallel calls share one request.
  ///
  /// On the way the counters are brought together again where that is possible.
  public func status() async throws(TokenFailure) -> ActivationStatus {
    try await statusReport().status
  }

  func statusReport() async throws(TokenFailure) -> StatusReport {
    try await statusFetches.value(for: profile.name) { () async throws(TokenFailure) in
      let report = try await self.fetchStatus()
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
    let report = try await fetchStatus()
    if let failure = ErrorMeaning.standing(report.status) { throw failure }
    if report.needsForcedSync {
      // The signature that comes next may serve as well: the server can follow it so far.
      if isUserWaiting, mayShowCounter { try? await showCounter() }
      if !isUserWaiting, !mayShowCounter, let syncPause { throw syncPause.failure }
    }
    synchronizedActivation = try requireActivation().id
    return report.status
  }

  /// Whether it is time to try; each try that fails takes us further away from the server.
  private var mayShowCounter: Bool {
    syncPause.map { clock.monotonicMilliseconds() >= $0.end } ?? true
  }

  /// Lets the server see a signature by possession, so that its counter follows ours.
  private func showCounter() async throws(TokenFailure) {
    let call = SignedCall(
      profile.server.url(Endpoint.signatureValidate.path),
      uriID: Endpoint.signatureValidate.uriId ?? "", factors: .possession)
    let body: JSONValue = ["requestObject": ["reason": "COUNTER_SYNCHRONIZATION"]]
    if case .failure(let fault) = try await sendSigned(call, body: body.bytes()) {
      throw ErrorMeaning.general(fault)
    }
  }

  func fetchStatus() async throws(TokenFailure) -> StatusReport {
    let activation = try requireActivation()
    _ = try await serverTime()
    let challenge = Nonce.bytes(StatusBlob.nonceSize)
    let request = StatusRequest(activationId: activation.id, challenge: challenge)
    do {
      let answer: StatusResponse = try await exchange(
        profile.server.url(Endpoint.activationStatus.path),
        body: try WireJSON.encode(RequestEnvelope(request))
      ).object()
      let blob = try answer.blob(
        challenge: challenge, transportKey: activation.record.transportKey)
      return try report(blob, answer.customObject, of: activation.id)
    } catch {
      throw Self.failure(ofProtecting: error)
    }
  }

  private func report(
    _ blob: StatusBlob, _ customObject: JSONValue?, of activationID: String
  ) throws -> StatusReport {
    let decision = try reconcile(blob, activationID)
    isFarAhead = decision.needsForcedSync
    let status = ActivationStatus(
      state: blob.state, failedAttempts: blob.failedAttempts,
      maxFailedAttempts: blob.maxFailedAttempts, isDeadlocked: decision == .deadlock,
      customObject: customObject)
    switch decision {
    case .inSync, .deadlock:
      return StatusReport(status: status, counterMoved: false, needsForcedSync: false)
    case .clientAhead(_, let needsForcedSync):
      return StatusReport(
        status: status, counterMoved: false,
        needsForcedSync: needsForcedSync && blob.state == .active)
    case .serverAhead:
      return StatusReport(status: status, counterMoved: true, needsForcedSync: false)
    }
  }

  /// Compares with the counter as it stands now, since signing went on during the request.
  private func reconcile(
    _ blob: StatusBlob, _ activationID: String
  ) throws -> CounterReconciliation {
    let activation = try requireActivation()
    guard activation.id == activationID else { throw TokenFailure.noActivation }
    // Nothing will ever be signed again: the counters of a removed activation mean nothing.
    guard blob.state != .removed else { return .inSync }
    let decision = try CounterReconciliation.decide(
      local: activation.record.counter, server: blob,
      transportKey: activation.record.transportKey)
    if case .serverAhead(let counter) = decision {
      _ = try stored { () throws(StorageFault) in
        // Refused when a signature took the counter meanwhile; then the next status decides anew.
        try store.moveCounter(of: activationID, from: activation.record.counter, to: counter)
      }
    }
    return decision
  }
}

extension CounterReconciliation {
  fileprivate var needsForcedSync: Bool {
    guard case .clientAhead(_, needsForcedSync: true) = self else { return false }
    return true
  }
}

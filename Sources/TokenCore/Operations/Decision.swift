import PowerAuth
import TokenModel

extension Token {
  /// Approves with the factors that the operation asks for; the second one only where it asks for two.
  ///
  /// Whatever is closed to approval is refused before anything is signed. `evidence` is signed and
  /// sent with it (Mobile Token API, `mobileTokenData` and "Proximity check").
  public func approve(
    _ operation: UserOperation, with factor: SecondFactor?,
    evidence: ApprovalEvidence = ApprovalEvidence()
  ) async throws(TokenFailure) {
    let second = try Self.secondFactor(for: operation, factor, evidence.proximity)
    try await approve(id: operation.id, data: operation.data, with: second, evidence: evidence)
  }

  /// Approves an operation that came another way than by a list, of which only this is known.
  ///
  /// `data` is signed byte for byte; without `factor` possession alone signs. Nothing is checked here:
  /// whether the operation is one to be approved so is the server's to say (Mobile Token API, 4.9).
  public func approve(
    id: String, data: String, with factor: SecondFactor?,
    evidence: ApprovalEvidence = ApprovalEvidence()
  ) async throws(TokenFailure) {
    var request: [String: JSONValue] = ["id": .string(id), "data": .string(data)]
    if let proximity = evidence.proximity {
      // Both of its stamps are the server's time, which may not have been asked for yet.
      _ = try await serverTime()
      request["proximityCheck"] = proximity.document(sent: serverNow())
    }
    request["mobileTokenData"] = evidence.mobileTokenData
    try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/authorize"),
        uriID: "/operation/authorize", with: factor),
      body: RequestBody.bytes(.object(request))
    ) { fault in
      let failure = ErrorMeaning.decisive(fault, ErrorMeaning.operation)
      // Of all that the server compares, the code is what ages.
      return failure == .operation(.refused) && evidence.proximity != nil
        ? .operation(.codeRefused) : failure
    }
    register.remove(id: id)
  }

  /// Rejects by possession alone; a reason in the user's own words has at most 255 characters.
  public func reject(
    _ operation: UserOperation, reason: RejectionReason, mobileTokenData: JSONValue? = nil
  ) async throws(TokenFailure) {
    if let fault = ErrorMeaning.closed(operation.status) { throw .operation(fault) }
    try await reject(id: operation.id, reason: reason, mobileTokenData: mobileTokenData)
  }

  /// Rejects an operation of which nothing but its identifier is known.
  public func reject(
    id: String, reason: RejectionReason, mobileTokenData: JSONValue? = nil
  ) async throws(TokenFailure) {
    try ServerLimit.check(reason.wire, .reason)
    var request: [String: JSONValue] = ["id": .string(id), "reason": .string(reason.wire)]
    request["mobileTokenData"] = mobileTokenData
    try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/cancel"),
        uriID: "/operation/cancel"),
      body: RequestBody.bytes(.object(request))
    ) { ErrorMeaning.decisive($0, ErrorMeaning.operation) }
    register.remove(id: id)
  }

  /// What is signed beside possession; nothing where the operation asks for one factor only.
  private static func secondFactor(
    for operation: UserOperation, _ factor: SecondFactor?, _ proximity: ProximityCheck?
  ) throws(TokenFailure) -> SecondFactor? {
    let isByBiometry = factor == .biometry
    if let obstacle = operation.approvalObstacle(byBiometry: isByBiometry, proximity: proximity) {
      throw .approvalClosed(obstacle)
    }
    guard operation.allowedSignature.approval != .confirmation else { return nil }
    guard let factor else { throw .pinTooShort }
    return factor
  }
}

/// What the servers take at most.
enum ServerLimit {
  /// Characters of names, one-time passwords and reasons, counted as the servers do (UTF-16).
  static let characters = 255

  static func check(_ text: String, _ field: TokenFailure.Field) throws(TokenFailure) {
    guard text.utf16.count <= characters else {
      throw .tooLong(field: field, limit: characters)
    }
  }
}

import PowerAuth
import TokenModel

extension Token {
  /// Approves with the factors that the operation asks for; the second one only where it asks for two.
  ///
  /// Whatever is closed to approval is refused before anything is signed.
  public func approve(
    _ operation: UserOperation, with factor: SecondFactor?
  ) async throws(TokenFailure) {
    let (factors, usedPIN) = try Self.factors(for: operation, factor)
    try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/authorize"),
        uriID: "/operation/authorize", factors: factors, pin: usedPIN),
      body: Self.body(["id": .string(operation.id), "data": .string(operation.data)]),
      ErrorMeaning.operation)
  }

  /// Rejects by possession alone; a reason in the user's own words has at most 255 characters.
  public func reject(
    _ operation: UserOperation, reason: RejectionReason
  ) async throws(TokenFailure) {
    if let fault = ErrorMeaning.closed(operation.status) { throw .operation(fault) }
    try ServerLimit.check(reason.wire, .reason)
    try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/cancel"),
        uriID: "/operation/cancel", factors: .possession),
      body: Self.body(["id": .string(operation.id), "reason": .string(reason.wire)]),
      ErrorMeaning.operation)
  }

  private static func factors(
    for operation: UserOperation, _ factor: SecondFactor?
  ) throws(TokenFailure) -> (Factors, PIN?) {
    if let obstacle = operation.approvalObstacle { throw .approvalClosed(obstacle) }
    switch operation.allowedSignature.approval {
    case .confirmation: return (.possession, nil)
    case .pin:
      guard let factor else { throw .pinTooShort }
      guard case .pin(let pin) = factor else { throw .biometry(.notSetUp) }
      return (.possessionKnowledge, pin)
    case .unavailable:
      throw .approvalClosed(
        .noUsableFactors(variants: operation.allowedSignature.variants))
    }
  }

  private static func body(_ object: JSONValue) -> [UInt8] {
    JSONValue.object(["requestObject": object]).bytes()
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

import PowerAuth
import TokenModel

extension Token {
  /// Approves with the factors that the operation asks for; the second one only where it asks for two.
  ///
  /// Whatever is closed to approval is refused before anything is signed.
  public func approve(
    _ operation: UserOperation, with factor: SecondFactor?
  ) async throws(TokenFailure) {
    let second = try Self.secondFactor(for: operation, factor)
    try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/authorize"),
        uriID: "/operation/authorize", with: second),
      body: RequestBody.bytes(["id": .string(operation.id), "data": .string(operation.data)])
    ) { ErrorMeaning.decisive($0, ErrorMeaning.operation) }
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
        uriID: "/operation/cancel"),
      body: RequestBody.bytes(["id": .string(operation.id), "reason": .string(reason.wire)])
    ) { ErrorMeaning.decisive($0, ErrorMeaning.operation) }
  }

  /// What is signed beside possession; nothing where the operation asks for one factor only.
  private static func secondFactor(
    for operation: UserOperation, _ factor: SecondFactor?
  ) throws(TokenFailure) -> SecondFactor? {
    if let obstacle = operation.approvalObstacle(byBiometry: factor == .biometry) {
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

import TokenModel

/// What a user was asked before: proven by two factors, and counted as an approval is.
enum OperationHistory {
  static let routes = [Route("POST", "\(PendingOperations.root)/history", history)]

  private static let uriID = "/operation/history"

  /// All operations whatever became of them, newest first; those without texts are left out, and
  /// nothing is said of the time.
  private static func history(_ call: Call) throws -> SandboxResponse {
    let caller: SignedCaller
    do {
      caller = try SignatureGate.check(call, uriID: uriID, allowed: .two)
    } catch is SignatureFault {
      throw MobileTokenFault.authentication
    }
    let operations = try call.ledger.operations(of: caller.registration)
    return .success(
      .array(
        operations.compactMap {
          OperationDocument.json($0, call.templates, language: call.language)
        }))
  }
}

import TokenModel

/// `/api/auth/token/app/operation/detail/claim`: an operation of nobody becomes the caller's.
enum ClaimEndpoint {
  static let routes = [Route("POST", "\(PendingOperations.root)/detail/claim", claim)]

  private static func claim(_ call: Call) throws -> SandboxResponse {
    let registration = try TokenGate.check(call)
    let json = try call.json()
    guard let registration else { throw MobileTokenFault.authentication }
    guard let id = json["requestObject"]?["id"]?.string else {
      throw MobileTokenFault.invalidRequest
    }
    guard var operation = try call.ledger.operation(id) else {
      throw MobileTokenFault.invalidOperation
    }
    if let refusal = MobileTokenFault.decided(operation.status) { throw refusal }
    // Somebody else's is not told from one that does not exist; claiming one's own changes nothing.
    guard operation.userID == nil || operation.userID == registration.userID else {
      throw MobileTokenFault.invalidOperation
    }
    if operation.userID == nil {
      operation.userID = registration.userID
      try call.ledger.update(operation)
    }
    return try PendingOperations.answer(operation, call)
  }
}

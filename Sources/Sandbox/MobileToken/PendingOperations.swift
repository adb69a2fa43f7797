import TokenModel

/// `/api/auth/token/app/operation`: what waits for a decision.
enum PendingOperations {
  static let root = "api/auth/token/app/operation"

  static let routes = [
    Route("POST", "\(root)/list", list),
    Route("POST", "\(root)/detail", detail),
  ]

  private static func list(_ call: Call) throws -> SandboxResponse {
    guard let registration = try TokenGate.check(call) else {
      throw MobileTokenFault.authentication
    }
    let operations = try call.ledger.pendingOperations(of: registration)
    return answer(.array(operations.compactMap { document($0, call) }), call)
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    let registration = try TokenGate.check(call)
    let json = try call.json()
    guard let registration else { throw MobileTokenFault.authentication }
    guard let id = json["requestObject"]?["id"]?.string else {
      throw MobileTokenFault.invalidRequest
    }
    guard let operation = try call.ledger.operation(id) else {
      throw MobileTokenFault.invalidOperation
    }
    if let refusal = MobileTokenFault.decided(operation.status) { throw refusal }
    guard operation.userID == nil || operation.userID == registration.userID else {
      throw MobileTokenFault.invalidRequest
    }
    return try answer(operation, call)
  }

  /// One operation, with the server's time.
  static func answer(_ operation: StoredOperation, _ call: Call) throws -> SandboxResponse {
    guard let document = document(operation, call) else {
      throw MobileTokenFault.templateNotFound
    }
    return answer(document, call)
  }

  /// Nil when the bank has no texts for this type.
  private static func document(_ operation: StoredOperation, _ call: Call) -> JSONValue? {
    OperationDocument.json(operation, call.templates, language: call.language)
  }

  private static func answer(_ object: JSONValue, _ call: Call) -> SandboxResponse {
    let now = ServerDate.text(call.ledger.now.date)
    return .success(object, beside: ["currentTimestamp": .string(now)])
  }
}

import TokenModel

/// `/v2/operations`: what the bank asks a user to approve.
enum OperationEndpoints {
  static let routes = [
    Route("POST", "v2/operations", create),
    Route("GET", "v2/operations/*", detail),
    Route("DELETE", "v2/operations/*", cancel),
  ]

  private static func create(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    // The language of the push message; the token's own one counts for all other texts.
    let language = try form.optional("language") ?? "en"
    let operation = try OperationOrder(form, call.templates, call.ledger)
      .place(in: call.ledger, call.templates, language: language)
    return .bare(document(operation, at: call.ledger.now))
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    .bare(document(try find(call), at: call.ledger.now))
  }

  private static func cancel(_ call: Call) throws -> SandboxResponse {
    var operation = try find(call)
    guard operation.status == .pending else {
      throw CloudFault.operationStateChange(operation.status, to: "canceled")
    }
    let reason = call.request.queryValue("statusReason")
    if let reason { try check(statusReason: reason) }
    operation.status = .canceled
    operation.statusReason = reason
    operation.finalizedAt = call.ledger.now
    try call.ledger.update(operation)
    return .success()
  }

  static func check(statusReason reason: String) throws(Refusal) {
    guard reason.count <= 32 else {
      throw CloudFault.invalid("statusReason", .string(reason), "must have at most 32 characters")
    }
  }

  static func find(_ call: Call) throws -> StoredOperation {
    guard let operation = try call.ledger.operation(call.pathValues[0]) else {
      throw CloudFault.operationNotFound
    }
    return operation
  }

  /// How it was decided, and what the program told beside that.
  private static func additionalData(_ operation: StoredOperation) -> JSONValue {
    var members = operation.additionalData.mapValues(JSONValue.string)
    members["mobileTokenData"] = operation.mobileTokenData
    return .object(members)
  }

  /// With what the bank's page shows of it at `now`.
  private static func document(_ operation: StoredOperation, at now: Milliseconds) -> JSONValue {
    var members = ProximityCode.document(operation, at: now)
    members.merge(
      [
        "operationId": .string(operation.id),
        "status": .string(operation.status.rawValue),
        "operationType": .string(operation.type),
        "parameters": .object(operation.parameters.mapValues(JSONValue.string)),
        "additionalData": additionalData(operation),
        "failureCount": .number(.init(operation.failures)),
        "maxFailureCount": .number(.init(operation.maxFailures)),
        "timestampCreated": .milliseconds(operation.createdAt),
        "timestampExpires": .milliseconds(operation.expiresAt),
      ]) { _, new in new }
    members["translations"] = operation.translations.json
    members["userId"] = operation.userID.map(JSONValue.string)
    members["template"] = operation.template.isEmpty ? nil : .string(operation.template)
    members["registrationId"] = operation.registrationID.map(JSONValue.string)
    members["activationFlag"] = operation.activationFlag.map(JSONValue.string)
    members["statusReason"] = operation.statusReason.map(JSONValue.string)
    members["timestampFinalized"] = operation.finalizedAt.map(JSONValue.milliseconds)
    return .object(members)
  }
}

import FoundationEssentials
import PowerAuthCrypto
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
    let userID = try form.required("userId")
    let name = try form.required("template")
    guard let template = call.templates[name] else {
      let known = call.templates.names.joined(separator: ", ")
      throw CloudFault.invalid("template", .string(name), "must be one of \(known)")
    }
    // The language of a first push message, which there is none of; the token's own one counts.
    _ = try form.optional("language")
    let operation = try open(
      template, userID: userID, parameters: form.texts("parameters"),
      isProximityChecked: form.flag("proximityCheckEnabled") ?? false, in: call.ledger)
    return .bare(document(operation))
  }

  /// Writes down a new operation, which waits from now on.
  static func open(
    _ template: OperationTemplate, userID: String, parameters: [String: String],
    isProximityChecked: Bool = false, in ledger: Ledger
  ) throws -> StoredOperation {
    let operation = StoredOperation(
      id: UUID().uuidString.lowercased(), userID: userID, template: template.name,
      type: template.type, data: template.data(parameters), parameters: parameters,
      signatureTypes: template.signatureTypes, riskFlags: template.riskFlags,
      maxFailures: template.maxFailures, createdAt: ledger.now,
      expiresAt: ledger.now + template.life,
      proximitySeed: isProximityChecked ? SecureRandom.bytes(16) : nil)
    try ledger.insert(operation)
    return operation
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    .bare(document(try find(call)))
  }

  private static func cancel(_ call: Call) throws -> SandboxResponse {
    var operation = try find(call)
    guard operation.status == .pending else {
      throw CloudFault.operationStateChange(operation.status, to: "canceled")
    }
    let reason = call.request.queryValue("statusReason")
    if let reason, reason.count > 32 {
      throw CloudFault.invalid("statusReason", .string(reason), "must have at most 32 characters")
    }
    operation.status = .canceled
    operation.statusReason = reason
    operation.finalizedAt = call.ledger.now
    try call.ledger.update(operation)
    return .success()
  }

  static func find(_ call: Call) throws -> StoredOperation {
    guard let operation = try call.ledger.operation(call.pathValues[0]) else {
      throw CloudFault.operationNotFound
    }
    return operation
  }

  private static func document(_ operation: StoredOperation) -> JSONValue {
    var members: [String: JSONValue] = [
      "operationId": .string(operation.id),
      "userId": .string(operation.userID),
      "status": .string(operation.status.rawValue),
      "template": .string(operation.template),
      "operationType": .string(operation.type),
      "parameters": .object(operation.parameters.mapValues(JSONValue.string)),
      "additionalData": .object(operation.additionalData.mapValues(JSONValue.string)),
      "failureCount": .number(.init(operation.failures)),
      "maxFailureCount": .number(.init(operation.maxFailures)),
      "timestampCreated": .milliseconds(operation.createdAt),
      "timestampExpires": .milliseconds(operation.expiresAt),
    ]
    members["statusReason"] = operation.statusReason.map(JSONValue.string)
    members["timestampFinalized"] = operation.finalizedAt.map(JSONValue.milliseconds)
    return .object(members)
  }
}

import PowerAuth
import TokenModel

/// Approval and rejection, each by one signature.
enum OperationDecisions {
  static let routes = [
    Route("POST", "\(PendingOperations.root)/authorize", approve),
    Route("POST", "\(PendingOperations.root)/cancel", reject),
  ]

  private static let approvalURI = "/operation/authorize"
  private static let rejectionURI = "/operation/cancel"

  // MARK: - Approval

  private static func approve(_ call: Call) throws -> SandboxResponse {
    let caller = try signedCaller(
      call, approvalURI, [.possession, .possessionKnowledge, .possessionBiometry])
    // The signature was checked, and counted, before the body is read.
    let json = try call.json()
    guard let request = json["requestObject"], let id = request["id"]?.string else {
      throw MobileTokenFault.authentication
    }
    guard let caller else {
      try countRefusedSignature(of: id, call)
      throw MobileTokenFault.authentication
    }
    var operation = try pending(id, call)
    try checkFlag(of: operation, caller)
    guard let data = request["data"]?.string else { throw MobileTokenFault.invalidRequest }
    let told = try mobileTokenData(request)
    let otp = request["proximityCheck"]?["otp"]?.string
    guard isApprovable(operation, by: caller, data: data),
      ProximityCode.isValid(otp, for: operation, at: call.ledger.now)
    else {
      try countFailure(&operation, call)
      throw operation.status == .failed ? MobileTokenFault.alreadyFailed : MobileTokenFault.approval
    }
    operation.mobileTokenData = told
    finish(
      &operation, as: .approved, by: caller.registration, caller.header.factors, call)
    try call.ledger.update(operation)
    return .success()
  }

  /// `data` must be the operation's own to the byte: equal text in another normal form is not.
  private static func isApprovable(
    _ operation: StoredOperation, by caller: SignedCaller, data: String
  ) -> Bool {
    (operation.userID == nil || operation.userID == caller.registration.userID)
      && operation.isMeant(for: caller.registration)
      && Array(operation.data.utf8) == Array(data.utf8)
      && operation.signatureTypes.contains(caller.header.factors)
  }

  /// A signature that does not hold costs the operation one of its own attempts, too.
  private static func countRefusedSignature(of id: String, _ call: Call) throws {
    guard var operation = try call.ledger.operation(id), operation.status == .pending else {
      throw MobileTokenFault.invalidOperation
    }
    try countFailure(&operation, call)
    if operation.status == .failed { throw MobileTokenFault.alreadyFailed }
  }

  static func countFailure(_ operation: inout StoredOperation, _ call: Call) throws {
    operation.failures += 1
    if operation.failures >= operation.maxFailures {
      operation.failures = operation.maxFailures
      operation.status = .failed
      operation.finalizedAt = call.ledger.now
    }
    try call.ledger.update(operation)
  }

  // MARK: - Rejection

  private static func reject(_ call: Call) throws -> SandboxResponse {
    let caller = try signedCaller(call, rejectionURI, [.possession])
    let json = try call.json()
    guard let caller, let request = json["requestObject"] else {
      throw MobileTokenFault.authentication
    }
    guard let id = request["id"]?.string else { throw MobileTokenFault.invalidRequest }
    var operation = try pending(id, call)
    try checkFlag(of: operation, caller)
    guard operation.userID == nil || operation.userID == caller.registration.userID else {
      throw MobileTokenFault.rejection
    }
    finish(
      &operation, as: .rejected, by: caller.registration, caller.header.factors, call)
    operation.mobileTokenData = try mobileTokenData(request)
    operation.additionalData["rejectReason"] = request["reason"]?.string
    try call.ledger.update(operation)
    return .success()
  }

  // MARK: - Both

  /// What the program tells beside its decision: any object, or nothing.
  private static func mobileTokenData(_ request: JSONValue) throws -> JSONValue? {
    guard let data = request["mobileTokenData"] else { return nil }
    guard data.object != nil else { throw MobileTokenFault.invalidRequest }
    return data
  }

  /// Nil for a signature that is missing, not allowed here or wrong.
  private static func signedCaller(
    _ call: Call, _ uriID: String, _ allowed: Set<Factors>
  ) throws -> SignedCaller? {
    do {
      return try SignatureGate.check(call, uriID: uriID, allowed: allowed)
    } catch is SignatureFault {
      return nil
    }
  }

  /// A device without the flag that the operation asks for may not decide it at all.
  private static func checkFlag(
    of operation: StoredOperation, _ caller: SignedCaller
  ) throws {
    guard let flag = operation.activationFlag, !caller.registration.flags.contains(flag) else {
      return
    }
    throw MobileTokenFault.foreignDevice
  }

  private static func pending(_ id: String, _ call: Call) throws -> StoredOperation {
    guard let operation = try call.ledger.operation(id) else {
      throw MobileTokenFault.invalidOperation
    }
    if let refusal = MobileTokenFault.decided(operation.status) { throw refusal }
    return operation
  }

  static func finish(
    _ operation: inout StoredOperation, as status: StoredOperation.Status,
    by registration: Registration, _ factors: Factors, _ call: Call
  ) {
    operation.status = status
    operation.userID = operation.userID ?? registration.userID
    operation.finalizedAt = call.ledger.now
    operation.additionalData = [
      "activationId": registration.id,
      "applicationId": registration.applicationID,
      "authFactor": factors.rawValue,
    ]
    operation.additionalData["userAgent"] = call.request.header("User-Agent")
  }
}

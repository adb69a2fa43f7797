import PowerAuth
import TokenModel

/// `/v2/recovery-codes`: postcards, and what became of all codes of a user.
///
/// The sandbox is its own printing centre: it tells code and PUKs of a new postcard, which a real bank
/// never sees in clear.
enum RecoveryCodeEndpoints {
  static let routes = [
    Route("GET", "v2/recovery-configuration") { .bare(try document(of: $0)) },
    Route("PUT", "v2/recovery-configuration", configure),
    Route("POST", "v2/recovery-codes", create),
    Route("GET", "v2/recovery-codes", list),
    Route("DELETE", "v2/recovery-codes/*", revoke),
  ]

  // MARK: - Configuration

  private static func configure(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    var configuration = try call.ledger.recoveryConfiguration()
    if let flag = try form.flag("activationRecoveryEnabled") {
      configuration.isForActivations = flag
    }
    if let flag = try form.flag("recoveryPostcardEnabled") { configuration.isForPostcards = flag }
    if let flag = try form.flag("allowMultipleRecoveryCodes") {
      configuration.allowsSeveralPostcards = flag
    }
    try call.ledger.set(configuration)
    return .bare(try document(of: call))
  }

  private static func document(of call: Call) throws -> JSONValue {
    let configuration = try call.ledger.recoveryConfiguration()
    return [
      "activationRecoveryEnabled": .bool(configuration.isForActivations),
      "recoveryPostcardEnabled": .bool(configuration.isForPostcards),
      "allowMultipleRecoveryCodes": .bool(configuration.allowsSeveralPostcards),
    ]
  }

  // MARK: - Codes

  private static func create(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let userID = try form.required("userId")
    let count = try form.number("pukCount", in: 1...Int64(ServerRules.pukLimit)) ?? 1
    let configuration = try call.ledger.recoveryConfiguration()
    guard configuration.isForActivations, configuration.isForPostcards else {
      throw CloudFault.recoveryDisabled
    }
    let isTaken = try call.ledger.recoveryCodes(ofUser: userID).contains {
      $0.registrationID == nil && [.created, .active].contains($0.status)
    }
    guard configuration.allowsSeveralPostcards || !isTaken else {
      throw CloudFault.recoveryCodeExists
    }
    let (code, puks) = try StoredRecoveryCode.make(
      userID: userID, registrationID: nil, status: .created, count: Int(count),
      at: call.ledger.now)
    try call.ledger.insert(code)
    return .bare(printed(code, puks))
  }

  private static func printed(_ code: StoredRecoveryCode, _ puks: [String]) -> JSONValue {
    let list = zip(1..., puks).map { index, puk in
      JSONValue.object(["pukIndex": .number(.init(index)), "puk": .string(puk)])
    }
    return document(code).setting("recoveryCode", to: .string(code.code))
      .setting("puks", to: .array(list))
  }

  private static func list(_ call: Call) throws -> SandboxResponse {
    guard let userID = call.request.queryValue("userId"), !userID.isEmpty else {
      throw CloudFault.invalid("userId", nil, "must not be blank")
    }
    let codes = try call.ledger.recoveryCodes(ofUser: userID)
    return .bare(["recoveryCodes": .array(codes.map(document))])
  }

  private static func revoke(_ call: Call) throws -> SandboxResponse {
    guard var code = try call.ledger.recoveryCode(call.pathValues[0]) else {
      throw CloudFault.recoveryCodeNotFound
    }
    code.revoke()
    try call.ledger.update(code)
    return .success()
  }

  /// What the bank may know: the end of the code, and the state of each PUK.
  private static func document(_ code: StoredRecoveryCode) -> JSONValue {
    let puks = zip(1..., code.puks).map { index, puk in
      JSONValue.object([
        "pukIndex": .number(.init(index)), "status": .string(puk.status.rawValue),
      ])
    }
    var members: [String: JSONValue] = [
      "recoveryCodeMasked": .string("XXXXX-XXXXX-XXXXX-" + code.code.suffix(5)),
      "userId": .string(code.userID),
      "status": .string(code.status.rawValue),
      "failedAttempts": .number(.init(code.failedAttempts)),
      "timestampCreated": .milliseconds(code.createdAt),
      "puks": .array(puks),
    ]
    members["registrationId"] = code.registrationID.map(JSONValue.string)
    return .object(members)
  }
}

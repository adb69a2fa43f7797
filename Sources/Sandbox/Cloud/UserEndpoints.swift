import TokenModel

/// `/v2/users`: claims and passwords of the people whom the bank knows.
enum UserEndpoints {
  static let routes = [
    Route("GET", "v2/users/*", detail),
    Route("PUT", "v2/users/*", change),
  ]

  private static func detail(_ call: Call) throws -> SandboxResponse {
    guard let user = try call.ledger.user(call.pathValues[0]) else {
      throw CloudFault.userNotFound
    }
    return .bare(document(user))
  }

  /// What is absent stays as it is; an unknown user is written down.
  private static func change(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let id = call.pathValues[0]
    var user = try call.ledger.user(id) ?? BankUser(id: id, claims: [:])
    if let claims = form.document("claims") {
      guard claims.object != nil else {
        throw CloudFault.invalid("claims", claims, "must be an object")
      }
      user.claims = claims
    }
    if let password = try form.optional("password") { user.setPassword(password) }
    try call.ledger.save(user)
    return .bare(document(user))
  }

  private static func document(_ user: BankUser) -> JSONValue {
    [
      "userId": .string(user.id), "claims": user.claims,
      "hasPassword": .bool(user.passwordDigest != nil),
    ]
  }
}

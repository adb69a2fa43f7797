import TokenModel

extension Token {
  /// What waits for a decision; a call made while a fetch runs gets that fetch's result.
  public func operations() async throws(TokenFailure) -> OperationList {
    try await operationFetches.value(for: profile.name) { () async throws(TokenFailure) in
      let answer = try await self.exchangeWithToken(
        "/api/auth/token/app/operation/list", body: [:])
      guard let entries = answer.json["responseObject"]?.array else {
        throw .untrustedAnswer(.missing(member: "responseObject"))
      }
      return OperationList(entries)
    }
  }

  /// One operation, with the status it has now.
  public func operation(id: String) async throws(TokenFailure) -> UserOperation {
    let answer = try await exchangeWithToken(
      "/api/auth/token/app/operation/detail", body: ["requestObject": ["id": .string(id)]])
    guard let object = answer.json["responseObject"] else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    do throws(UserOperation.Fault) {
      return try UserOperation(object)
    } catch {
      throw .untrustedAnswer(.missing(member: error.member))
    }
  }
}

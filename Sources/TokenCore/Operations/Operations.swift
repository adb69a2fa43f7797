import TokenModel

extension Token {
  /// What waits for a decision; a call made while a fetch runs gets that fetch's result.
  public func operations() async throws(TokenFailure) -> OperationList {
    try await operationFetches.value(for: profile.name) { () async throws(TokenFailure) in
      let answer = try await self.exchangeWithToken(
        "/api/auth/token/app/operation/list", body: [:])
      let list = try OperationList(in: answer)
      await self.remember(list)
      return list
    }
  }

  /// One operation, with the status it has now; it need not be in the list.
  public func operation(id: String) async throws(TokenFailure) -> UserOperation {
    let answer = try await exchangeWithToken(
      "/api/auth/token/app/operation/detail", body: ["requestObject": ["id": .string(id)]])
    return try UserOperation(in: answer, of: id)
  }

  private func remember(_ list: OperationList) { register.update(list.operations) }
}

extension OperationList {
  /// Reads the list in an answer; throws `untrustedAnswer` where there is none.
  init(in answer: Answer) throws(TokenFailure) {
    guard let entries = answer.json["responseObject"]?.array else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    self.init(entries, serverTime: ServerDate.parse(answer.json["currentTimestamp"]))
  }
}

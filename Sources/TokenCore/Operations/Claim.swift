import TokenModel

extension Token {
  /// Takes an operation over that is nobody's yet, as of a link or a code on a public page; one that is
  /// this user's already is given back as it is.
  ///
  /// Claiming decides nothing, and may be repeated. Throws `operation` for what cannot be decided any
  /// more, `operation(.notAvailable)` for what is unknown or somebody else's, and
  /// `serverCannot(.claim, …)` where the server knows no claims, as those before 1.6.
  public func claimOperation(id: String) async throws(TokenFailure) -> UserOperation {
    let operation = try await claim(id)
    register.insert(operation)
    return operation
  }

  /// The operation that a link is about: claimed, or, of a server that knows no claims, as it is.
  ///
  /// Such a server lets anybody decide what is nobody's. Throws as `claimOperation`, and as
  /// `operation(id:)` where that is what is asked.
  public func linkedOperation(id: String) async throws(TokenFailure) -> UserOperation {
    do throws(TokenFailure) {
      return try await claimOperation(id: id)
    } catch {
      guard case .serverCannot(.claim, _) = error else { throw error }
      let operation = try await operation(id: id)
      register.insert(operation)
      return operation
    }
  }

  private func claim(_ id: String) async throws(TokenFailure) -> UserOperation {
    let answer: Answer
    do throws(TokenFailure) {
      answer = try await exchangeWithToken(
        "/api/auth/token/app/operation/detail/claim",
        body: ["requestObject": ["id": .string(id)]])
    } catch {
      guard case .refused(let refusal) = error, refusal.status == 404 else { throw error }
      throw .serverCannot(.claim, refusal)
    }
    return try UserOperation(in: answer, of: id)
  }
}

extension UserOperation {
  /// Reads the operation `id`; throws `untrustedAnswer` where the answer has none, or another one.
  init(in answer: Answer, of id: String) throws(TokenFailure) {
    guard let object = answer.json["responseObject"] else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    // Servers may write an identifier in other letters; a decision must never go to another operation.
    guard object["id"]?.string?.lowercased() == id.lowercased() else {
      throw .untrustedAnswer(.missing(member: "responseObject.id"))
    }
    do throws(UserOperation.Fault) {
      try self.init(object)
    } catch {
      throw .untrustedAnswer(.missing(member: error.member))
    }
  }
}

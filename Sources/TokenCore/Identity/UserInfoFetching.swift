import PowerAuth
import TokenModel

extension Token {
  /// What the bank says about the person behind this activation; encrypted, nothing is signed.
  public func userInfo() async throws(TokenFailure) -> UserInfo {
    // Servers encrypt for activations of protocol 3 only; the status leads there.
    if try requireActivation().record.generation != .v3, try await status().isUpgradePending {
      throw .upgradePending
    }
    let call = EncryptedCall(
      .userInfo, of: profile.server, for: try requireActivation().record)
    let plaintext = try await fetch(.userInfo) { () async throws(TokenFailure) in
      try await self.exchangeEncrypted(call, body: WireJSON.emptyObject)
    }
    let claims = try OpenedAnswer.bare(plaintext, JSONValue.self)
    guard claims.object != nil || claims == .null else {
      throw .untrustedAnswer(.missing(member: "sub"))
    }
    return UserInfo(claims)
  }

  /// What an exchange gave; a refusal is explained by the state of the activation where that says why.
  func fetch(
    _ capability: Capability,
    _ exchange: () async throws(TokenFailure) -> Result<Secret, ExchangeFault>
  ) async throws(TokenFailure) -> Secret {
    let failure: TokenFailure
    do throws(TokenFailure) {
      switch try await exchange() {
      case .success(let plaintext): return plaintext
      case .failure(let fault): failure = ErrorMeaning.general(fault, lacking: capability)
      }
    } catch {
      failure = error
    }
    switch failure {
    case .refused, .serverCannot:
      let status = try? await status()
      throw status.flatMap(ErrorMeaning.standing) ?? failure
    default: throw failure
    }
  }
}

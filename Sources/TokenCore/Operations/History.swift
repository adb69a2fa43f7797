import PowerAuth
import TokenModel

extension Token {
  /// What was asked before and what became of it, newest first as the server gives it (at most 100).
  ///
  /// Servers tell it for two factors only, and count a wrong one as they do for an approval. Throws
  /// `serverCannot(.history, …)` where the server has no history to tell (Mobile Token API, 4.8).
  public func history(with factor: SecondFactor) async throws(TokenFailure) -> OperationList {
    let answer = try await perform(
      SignedCall(
        profile.mobileTokenServer.url("/api/auth/token/app/operation/history"),
        uriID: "/operation/history", with: factor),
      body: JSONValue.object([:]).bytes(), ErrorMeaning.history)
    return try OperationList(in: answer)
  }
}

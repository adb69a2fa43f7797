import PowerAuthCrypto

extension TemporaryKeyRequest {
  /// The claims of the server's answer; times are milliseconds unless named seconds, which other
  /// readers of such tokens need and a client does not.
  private struct Answer: Codable {
    let sub: String
    let applicationKey: String
    let activationId: String?
    let challenge: String
    let publicKey: String
    let issuedAtSeconds: Int64?
    let issuedAt: Int64
    let expiresAtSeconds: Int64?
    let expiresAt: Int64

    enum CodingKeys: String, CodingKey {
      case sub, applicationKey, activationId, challenge, publicKey
      case issuedAtSeconds = "iat"
      case issuedAt = "iat_ms"
      case expiresAtSeconds = "exp"
      case expiresAt = "exp_ms"
    }
  }

  /// The client's side: takes the key out of an ES256 token that answers this very request.
  ///
  /// `signer` is the master key, in activation scope the server's key. Whether the key has expired
  /// is told by `TemporaryKey.isUsable(at:)`.
  public func accept(
    _ jwt: String, signer: PublicKey
  ) throws(TemporaryKeyFault) -> TemporaryKey {
    let answer = try TemporaryKeyFault.token { () throws(JWTFault) -> Answer in
      try JWT(parsing: jwt, signedBy: signer).claims()
    }
    guard answer.challenge == Base64.encode(challenge) else { throw .challenge }
    guard answer.applicationKey == applicationKey else { throw .applicationKey }
    guard answer.activationId == activationID else { throw .activationID }
    guard answer.issuedAt < answer.expiresAt else { throw .lifetime }
    guard !answer.sub.isEmpty,
      let key = Base64.decode(answer.publicKey).flatMap({ try? PublicKey($0) })
    else { throw .publicKey }
    return TemporaryKey(
      id: answer.sub, publicKey: key, issuedAt: answer.issuedAt, expiresAt: answer.expiresAt)
  }

  /// The server's side: the answer to this request, as an ES256 token.
  public func answer(with key: TemporaryKey, signer: PrivateKey) throws -> String {
    let answer = Answer(
      sub: key.id, applicationKey: applicationKey, activationId: activationID,
      challenge: Base64.encode(challenge),
      publicKey: Base64.encode(key.publicKey.uncompressed),
      issuedAtSeconds: key.issuedAt / 1000, issuedAt: key.issuedAt,
      expiresAtSeconds: key.expiresAt / 1000, expiresAt: key.expiresAt)
    return try JWT.text(answer, signedBy: signer)
  }
}

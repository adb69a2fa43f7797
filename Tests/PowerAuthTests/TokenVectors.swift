import PowerAuth
import Testing
import TokenModel

@Suite struct TokenDigestVectors {
  struct Case: Decodable, Sendable {
    let version: ProtocolVersion
    let tokenId: String
    let tokenSecret: Bytes
    let nonce: Bytes
    let timestamp: String
    let digest: Bytes
    let header: String
  }

  @Test(arguments: try VectorFile.cases("tokenDigest") as [Case])
  func `the digest comes out, and the header is read and authentic`(vector: Case) throws {
    let header = TokenHeader(
      AccessToken(id: vector.tokenId, secret: vector.tokenSecret.secret), version: vector.version,
      timestamp: try #require(Int64(vector.timestamp)), nonce: vector.nonce.bytes)
    #expect(header.digest == vector.digest.bytes)
    let read = try TokenHeader(parsing: vector.header)
    #expect(read == header)
    #expect(try TokenHeader(parsing: header.value) == header)
    #expect(read.isAuthentic(secret: vector.tokenSecret.secret))
    #expect(!read.isAuthentic(secret: Secret(vector.nonce.bytes)))
  }
}

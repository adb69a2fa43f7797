import PowerAuth
import Testing
import TokenModel

@Suite struct StatusBlobVectors {
  struct Case: Decodable, Sendable {
    let transportKey: Bytes
    let challenge: Bytes
    let nonce: Bytes
    let encryptedStatusBlob: Bytes
    let status: Int
    let currentVersion: UInt8
    let upgradeVersion: UInt8
    let failedAttempts: Int
    let maxFailedAttempts: Int
    let ctrLookAhead: Int
    let ctrByte: UInt8
    let ctrData: Bytes
    let ctrDataHash: Bytes

    func expected() throws -> StatusBlob {
      let states: [ActivationState] = [.created, .pendingCommit, .active, .blocked, .removed]
      return StatusBlob(
        state: try #require(states.indices.contains(status - 1) ? states[status - 1] : nil),
        currentVersion: currentVersion, upgradeVersion: upgradeVersion, counterByte: ctrByte,
        failedAttempts: failedAttempts, maxFailedAttempts: maxFailedAttempts,
        lookAhead: ctrLookAhead, counterHash: ctrDataHash.bytes)
    }
  }

  static func cases() throws -> [Case] { try VectorFile.cases("statusBlob") }

  @Test(arguments: try cases())
  func `the client reads every field`(vector: Case) throws {
    let blob = try StatusBlob(
      decrypting: vector.encryptedStatusBlob.bytes, challenge: vector.challenge.bytes,
      nonce: vector.nonce.bytes, transportKey: vector.transportKey.secret)
    #expect(blob == (try vector.expected()))
    let hash = try vector.ctrData.counter().hash(transportKey: vector.transportKey.secret)
    #expect(blob.counterHash == hash)
  }

  @Test(arguments: try cases())
  func `what the server writes the client reads`(vector: Case) throws {
    let expected = try vector.expected()
    let encrypted = try expected.encrypted(
      challenge: vector.challenge.bytes, nonce: vector.nonce.bytes,
      transportKey: vector.transportKey.secret)
    let blob = try StatusBlob(
      decrypting: encrypted, challenge: vector.challenge.bytes, nonce: vector.nonce.bytes,
      transportKey: vector.transportKey.secret)
    #expect(blob == expected)
  }
}

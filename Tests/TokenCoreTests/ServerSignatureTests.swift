import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct ServerSignatureTests {
  static let data = Array("the bank's word".utf8)

  @Test func `the master key vouches without an activation and without a request`() async throws {
    let world = try TokenWorld()
    let signature = await world.server.sign(Self.data, by: .master)
    try await world.token.verify(signature, of: Self.data, by: .master)
    #expect(await world.server.received.isEmpty)
  }

  @Test func `the personalised key vouches for one activation`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let signature = await world.server.sign(Self.data, by: .personalized)
    try await world.token.verify(signature, of: Self.data, by: .personalized)
    await #expect(throws: TokenFailure.forgedData) {
      try await world.token.verify(signature, of: Self.data, by: .master)
    }
  }

  @Test func `without an activation there is no personalised key`() async throws {
    let world = try TokenWorld()
    await #expect(throws: TokenFailure.noActivation) {
      try await world.token.verify([1], of: Self.data, by: .personalized)
    }
  }

  @Test func `whatever is changed is forged`() async throws {
    let world = try TokenWorld()
    let signature = await world.server.sign(Self.data, by: .master)
    var flipped = signature
    flipped[flipped.count - 1] ^= 1
    let forgeries: [([UInt8], [UInt8])] = [
      (flipped, Self.data), (signature, Self.data + [0]), (signature, []), ([], Self.data),
      (Array(signature.dropLast()), Self.data), (signature + [0], Self.data),
    ]
    for (signature, data) in forgeries {
      await #expect(throws: TokenFailure.forgedData) {
        try await world.token.verify(signature, of: data, by: .master)
      }
    }
  }
}

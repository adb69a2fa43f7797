import PowerAuthCrypto
import TokenModel

/// What the client does about its counter after a status (reference section 9).
public enum CounterReconciliation: Sendable, Equatable {
  /// Both stand at the same link.
  case inSync
  /// The client is so many signatures ahead; the server will find it.
  ///
  /// `needsForcedSync` asks for one possession signature with the reason COUNTER_SYNCHRONIZATION
  /// before the distance leaves the server's look-ahead.
  case clientAhead(distance: Int, needsForcedSync: Bool)
  /// The server is ahead: save this counter and go on from it.
  case serverAhead(newCounter: SignatureCounter)
  /// They will not meet again: only removal and a new activation help.
  case deadlock

  /// Compares the local counter with the server's as the blob tells it.
  ///
  /// A server that still speaks protocol 2 with the activation has no hash chain: always in sync.
  public static func decide(
    local: SignatureCounter, server: StatusBlob, transportKey: Secret
  ) throws -> CounterReconciliation {
    guard server.currentVersion >= StatusBlob.firstChainVersion else { return .inSync }
    let distance = try hashDistance(
      local: local, counterHash: server.counterHash, lookAhead: server.lookAhead,
      transportKey: transportKey)
    return decide(
      local: local, serverByte: server.counterByte, hashDistance: distance,
      lookAhead: server.lookAhead)
  }

  /// The counter to go on with when the local byte is not known, as after an import.
  ///
  /// It is the server's where the hash is found within its look-ahead; nil when the client may be
  /// ahead: then one accepted signature, for instance by possession, brings both together.
  public static func adopted(
    local: SignatureCounter, server: StatusBlob, transportKey: Secret
  ) throws -> SignatureCounter? {
    let distance = try hashDistance(
      local: local, counterHash: server.counterHash, lookAhead: server.lookAhead,
      transportKey: transportKey)
    return try distance.map {
      try SignatureCounter(data: local.stepped(by: $0).data, byte: server.counterByte)
    }
  }

  /// Steps forward from `local` at which the server's hash matches, 0 ..< `lookAhead`; nil if none.
  public static func hashDistance(
    local: SignatureCounter, counterHash: [UInt8], lookAhead: Int, transportKey: Secret
  ) throws -> Int? {
    let key = try KeyDerivation.key(.counterHash, from: transportKey)
    return CounterSearch.first(within: lookAhead, from: local) {
      ConstantTime.equal($0.hash(key: key), counterHash)
    }
  }

  private static func decide(
    local: SignatureCounter, serverByte: UInt8, hashDistance: Int?, lookAhead: Int
  ) -> CounterReconciliation {
    let byteDistance = Int(Int8(bitPattern: local.byte &- serverByte))
    switch (byteDistance, hashDistance) {
    case (0, 0): return .inSync
    case (1..., nil):
      guard byteDistance <= lookAhead else { return .deadlock }
      return .clientAhead(
        distance: byteDistance, needsForcedSync: byteDistance > lookAhead / 2)
    case (..<0, .some(-byteDistance)):
      return .serverAhead(newCounter: local.stepped(by: -byteDistance))
    case (_, _): return .deadlock
    }
  }
}

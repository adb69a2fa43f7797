import PowerAuth
import Testing

@Suite struct HashBasedCounterVectors {
  struct Case: Decodable, Sendable {
    let ctrData: Bytes
    let next20: [Bytes]
    let after100: Bytes
  }

  @Test(arguments: try VectorFile.cases("hashBasedCounter") as [Case])
  func `the counter walks its chain`(vector: Case) throws {
    var counter = try vector.ctrData.counter()
    for next in vector.next20 {
      counter = counter.stepped()
      #expect(counter.data == next.bytes)
    }
    #expect(counter.byte == UInt8(vector.next20.count))
    let far = try vector.ctrData.counter().stepped(by: 100)
    #expect(far.data == vector.after100.bytes)
    #expect(far.byte == 100)
  }
}

@Suite struct CounterDataHashVectors {
  struct Case: Decodable, Sendable {
    let transportKey: Bytes
    let ctrData: Bytes
    let ctrDataHash: Bytes
  }

  @Test(arguments: try VectorFile.cases("counterDataHash") as [Case])
  func `the counter's hash comes out`(vector: Case) throws {
    let hash = try vector.ctrData.counter().hash(transportKey: vector.transportKey.secret)
    #expect(hash == vector.ctrDataHash.bytes)
  }
}

@Suite struct CounterSynchronizationVectors {
  struct Case: Decodable, Sendable {
    let transportKey: Bytes
    let localCtrData: Bytes
    let serverCtrDataHash: Bytes
    let lookAhead: Int
    /// -1: not within reach.
    let distance: Int
    let synchronizedCtrData: Bytes?
  }

  @Test(arguments: try VectorFile.cases("counterSynchronization") as [Case])
  func `the server's counter is found within the look-ahead`(vector: Case) throws {
    let local = try vector.localCtrData.counter()
    let distance = try CounterReconciliation.hashDistance(
      local: local, counterHash: vector.serverCtrDataHash.bytes, lookAhead: vector.lookAhead,
      transportKey: vector.transportKey.secret)
    #expect(distance == (vector.distance < 0 ? nil : vector.distance))
    #expect(distance.map { local.stepped(by: $0).data } == vector.synchronizedCtrData?.bytes)
  }

  @Test(arguments: try VectorFile.cases("counterSynchronization") as [Case])
  func `the client moves to where the server is`(vector: Case) throws {
    let local = try vector.localCtrData.counter()
    let server = StatusBlob(
      state: .active, counterByte: UInt8(max(0, vector.distance)), failedAttempts: 0,
      maxFailedAttempts: 5, lookAhead: vector.lookAhead,
      counterHash: vector.serverCtrDataHash.bytes)
    let decision = try CounterReconciliation.decide(
      local: local, server: server, transportKey: vector.transportKey.secret)
    switch vector.distance {
    case -1: #expect(decision == .deadlock)
    case 0: #expect(decision == .inSync)
    default:
      #expect(decision == .serverAhead(newCounter: local.stepped(by: vector.distance)))
    }
  }
}

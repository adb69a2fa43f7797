import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@Suite struct CounterTests {
  @Test func `a server that moved ahead is followed and the approval arrives`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.change { $0.counter = $0.counter.stepped(by: 7) }
    let fresh = try world.secondToken()
    try await fresh.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
    #expect(try await fresh.status().attemptsLeft == 5)
  }

  @Test func `a server that moves ahead meanwhile is followed after its refusal`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.change { $0.counter = $0.counter.stepped(by: 7) }
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `a PIN is spent once although the server moved ahead meanwhile`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.change { $0.counter = $0.counter.stepped(by: 7) }
    await #expect(throws: TokenFailure.wrongPIN(attemptsLeft: 4)) {
      try await world.token.approve(payment, with: .pin(world.pin("0000")))
    }
    await world.server.change { $0.counter = $0.counter.stepped(by: 7) }
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `a counter that moves under the PIN itself costs one attempt and no second use`()
    async throws
  {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, path in path.hasSuffix("/authorize") ? .movedAhead(7) : nil }
    await #expect(throws: TokenFailure.signatureRefused(attemptsLeft: 4)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
    #expect(await world.server.received.count { $0.hasSuffix("/authorize") } == 1)
    await world.server.breaking(nil)
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
  }

  @Test func `a rejection refused for its counter is signed once more`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.change { $0.counter = $0.counter.stepped(by: 7) }
    try await world.token.reject(payment, reason: .unknown)
    #expect(await world.server.decisions.count == 1)
    #expect(await world.server.received.count { $0.hasSuffix("/cancel") } == 2)
  }

  @Test func `a server out of reach ahead is a deadlock beside its state`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.change { $0.counter = $0.counter.stepped(by: 25) }
    let status = try await world.token.status()
    #expect(status.isDeadlocked)
    #expect(status.state == .active)
    let fresh = try world.secondToken()
    let before = store.calls.count { $0 == .moveCounter }
    await #expect(throws: TokenFailure.deadlocked(server: .active)) {
      try await fresh.approve(payment, with: .pin(world.pin("2580")))
    }
    #expect(store.calls.count { $0 == .moveCounter } == before)
  }

  @Test func `a client far ahead shows its counter before the server loses it`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let counter = try #require(try store.activation()?.record.counter)
    store.restore(counter.stepped(by: 12))
    #expect(try await world.token.status().isDeadlocked == false)
    #expect(await world.server.received.contains("/pa/v3/signature/validate"))
    #expect(
      await world.server.activations.values.first?.counter
        == (try store.activation())?.record.counter)
  }

  @Test func `unreachable servers never use up the look-ahead`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let payment = try await world.offeredPayment()
    await world.server.breaking { _, _ in .unreachable }
    for _ in 0..<40 {
      await #expect(throws: TokenFailure.self) {
        try await world.token.approve(payment, with: .pin(world.pin("2580")))
      }
    }
    await world.server.breaking(nil)
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `a blocked activation that is polled uses up no counters`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    _ = try await world.token.operations()
    await world.server.change { $0.state = .blocked }
    let before = store.calls.count { $0 == .moveCounter }
    for _ in 0..<30 {
      await #expect(throws: TokenFailure.blocked) { try await world.token.operations() }
    }
    #expect(store.calls.count { $0 == .moveCounter } - before <= 1)
    await world.server.change { $0.state = .active }
    _ = try await world.token.operations()
  }

  @Test func `a bank behind a broken gateway for an hour is not lost out of sight`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let gateway = IncomingAnswer(status: 503, headers: [], body: [])
    await world.server.breaking { _, path in
      path.hasSuffix("/pa/v3/status") || path.hasSuffix("/activation/status")
        || path.hasSuffix("/keystore/create") ? nil : .intercepted(gateway)
    }
    for tick in 0..<40 {
      world.clock.advance(90_000)
      _ = try? await world.token.operations()
      if tick.isMultiple(of: 3) { _ = try? await world.token.status() }
    }
    await world.server.breaking(nil)
    #expect(try await world.token.status().isDeadlocked == false)
    await world.token.refresh()
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
  }

  @Test func `nothing is sent when the counter cannot be saved`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let payment = try await world.offeredPayment()
    store.fail(.moveCounter, with: .full(path: "/state"))
    await #expect(throws: TokenFailure.storage(.full(path: "/state"))) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
    #expect(await world.server.requests["/api/auth/token/app/operation/authorize"] == nil)
    store.fail(.moveCounter, with: nil)
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
  }

  @Test func `many approvals at once go out one by one`() async throws {
    let world = try TokenWorld(sleepMovesTime: false)
    try await world.activate()
    let ids = (1...12).map { "op-\($0)" }
    await world.server.offer(ids.map { TokenWorld.operation($0) })
    let list = try await world.token.operations()
    let second = try world.secondToken()
    let pin = try world.pin("2580")
    await withTaskGroup(of: Void.self) { group in
      for (index, operation) in list.operations.enumerated() {
        let token = index.isMultiple(of: 2) ? world.token : second
        group.addTask { try? await token.approve(operation, with: .pin(pin)) }
      }
    }
    #expect(Set(await world.server.decisions) == Set(ids.map { "authorize " + $0 }))
    #expect(try await world.token.status().attemptsLeft == 5)
  }

  @Test func `who waits for another process for 25 s gives up and names it`() async throws {
    let store = MemoryStore()
    let world = try TokenWorld(store: store)
    try await world.activate()
    let payment = try await world.offeredPayment()
    store.lockFromOutside(true)
    let start = world.clock.monotonic
    await #expect(throws: TokenFailure.busy(holder: 4711)) {
      try await world.token.approve(payment, with: .pin(world.pin("2580")))
    }
    #expect((25_000...26_000).contains(world.clock.monotonic - start))
    store.lockFromOutside(false)
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
  }
}

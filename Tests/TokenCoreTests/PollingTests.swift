import TestSupport
import Testing
import TokenModel

@testable import TokenCore

@Suite struct PollingTests {
  @Test(arguments: [(.min, 5), (1, 5), (5, 5), (7, 7), (30, 30), (.max, 3600)] as [(Int, Int)])
  func `the interval is never under five seconds`(asked: Int, used: Int) {
    var pace = PollingPace(every: asked)
    let wait = pace.wait(after: nil)
    #expect(wait == used)
  }

  @Test func `only an unreachable server slows polling down, to a minute at most`() {
    var pace = PollingPace(every: 7)
    let offline = TokenFailure.network(.timeOut(seconds: 20))
    let waits = (0..<6).map { _ in pace.wait(after: offline) }
    #expect(waits == [7, 14, 28, 56, 60, 60])
    let later = [TokenFailure.blocked, offline, nil].map { pace.wait(after: $0) }
    #expect(later == [7, 7, 7])
  }

  @Test func `a slow interval is not made faster by being offline`() {
    var pace = PollingPace(every: 120)
    let waits = (0..<2).map { _ in pace.wait(after: .network(.connectionLost)) }
    #expect(waits == [120, 120])
  }

  @Test func `each tick tells what it found, and errors do not stop it`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.offer([TokenWorld.operation("op-1")])
    var events = world.token.polling().makeAsyncIterator()
    #expect(await events.next() == .loading)
    guard case .list(let list, _, _) = await events.next() else {
      Issue.record("the first tick brought no list")
      return
    }
    #expect(list.operations.map(\.id) == ["op-1"])
    await world.server.breaking { _, _ in .unreachable }
    // Ticks that were made before the fault may still be in the stream.
    var failure: PollingEvent?
    while failure == nil, let event = await events.next() {
      if case .failed = event { failure = event }
    }
    #expect(
      failure
        == .failed(
          .network(.unreachable(host: "server", reason: "connection refused")), retryIn: 7))
    await world.server.breaking(nil)
    var found = false
    while !found, let event = await events.next() {
      if case .list = event { found = true }
    }
    #expect(found)
  }

  @Test func `a refresh ends the pause at once`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    // An hour passes only for those who wait for it.
    let token = try world.secondToken(sleep: { _ in try? await Task.sleep(for: .seconds(3600)) })
    var events = token.polling().makeAsyncIterator()
    for _ in 0..<3 {
      #expect(await events.next() == .loading)
      guard case .list = await events.next() else {
        Issue.record("the tick brought no list")
        return
      }
      await token.refresh()
    }
  }

  @Test func `who comes back while a fetch is failing does not wait for the next`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let token = try world.secondToken(sleep: { _ in try? await Task.sleep(for: .seconds(3600)) })
    let (refreshed, isRefreshed) = AsyncStream<Void>.makeStream()
    await world.server.breaking { number, _ in
      guard number == 0 else { return nil }
      Task {
        await token.refresh()
        isRefreshed.finish()
      }
      return .hanging(until: refreshed)
    }
    var events = token.polling().makeAsyncIterator()
    #expect(await events.next() == .loading)
    guard case .failed(_, retryIn: 0) = await events.next() else {
      Issue.record("the fetch did not fail at once")
      return
    }
    #expect(await events.next() == .loading)
    guard case .list = await events.next() else {
      Issue.record("the tick brought no list")
      return
    }
  }

  @Test func `dropping the stream stops the polling`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    let task = Task {
      for await event in world.token.polling() {
        if case .list = event { return true }
      }
      return false
    }
    #expect(await task.value)
  }
}

@Suite struct OperationRegisterTests {
  private func operations(_ ids: [String], title: String = "Payment") throws -> [UserOperation] {
    try ids.map {
      try UserOperation(
        TokenWorld.operation($0).setting("formData", to: ["title": .string(title)]))
    }
  }

  @Test func `known operations keep their place, new ones follow, missing ones go`() throws {
    var register = OperationRegister()
    let first = register.update(try operations(["a", "b", "c"]))
    #expect(first == .init(added: ["a", "b", "c"]))
    let second = register.update(try operations(["d", "c", "a"]))
    #expect(second == .init(added: ["d"], removed: ["b"]))
    #expect(register.operations.map(\.id) == ["a", "c", "d"])
  }

  @Test func `a changed operation is replaced where it stands`() throws {
    var register = OperationRegister()
    register.update(try operations(["a", "b"]))
    let list = try operations(["b"], title: "Other") + operations(["a"])
    let change = register.update(list)
    #expect(change == .init(changed: ["b"]))
    #expect(register.operations.map(\.form.title) == ["Payment", "Other"])
  }

  @Test func `an identifier that occurs twice is shown once`() throws {
    var register = OperationRegister()
    let change = register.update(try operations(["a", "a"]))
    #expect(change == .init(added: ["a"]))
    #expect(register.operations.count == 1)
  }

  @Test func `a decided operation is taken out once`() throws {
    var register = OperationRegister()
    register.update(try operations(["a", "b"]))
    let removals = [register.remove(id: "a"), register.remove(id: "a")]
    #expect(removals == [true, false])
    #expect(register["a"] == nil)
    #expect(register["b"] != nil)
  }

  @Test func `a claimed operation comes last, or stays where it stands`() throws {
    var register = OperationRegister()
    register.update(try operations(["a", "b"]))
    let new = try operations(["c", "a"])
    #expect(register.insert(new[0]) == .init(added: ["c"]))
    #expect(register.insert(new[1]) == .init())
    let changed = try operations(["a"], title: "Other")[0]
    #expect(register.insert(changed) == .init(changed: ["a"]))
    #expect(register.operations.map(\.id) == ["a", "b", "c"])
  }

  @Test func `a list that was on its way does not bring back what was decided, the next one may`()
    throws
  {
    var register = OperationRegister()
    register.update(try operations(["a", "b"]))
    register.remove(id: "a")
    #expect(register.update(try operations(["a", "b"])) == .init())
    #expect(register.operations.map(\.id) == ["b"])
    #expect(register.update(try operations(["a", "b"])) == .init(added: ["a"]))
    #expect(register.operations.map(\.id) == ["b", "a"])
  }
}

import FoundationEssentials
import TestSupport
import Testing
import TokenModel

@testable import TokenCore

/// Operations whose time runs out by the server's clock.
@Suite struct ExpirationTests {
  private static let start = Date(timeIntervalSince1970: 1_782_744_000)

  private static func operation(
    _ id: String, in seconds: Double?, data: String = "A2"
  ) throws -> UserOperation {
    var json = TokenWorld.operation(id).setting("data", to: .string(data))
    if let seconds {
      let end = ServerDate.text(start.addingTimeInterval(seconds))
      json = json.setting("operationExpires", to: .string(end))
    }
    return try UserOperation(json)
  }

  @Test(
    arguments: [
      ([60], 60_100), ([5], 5_100), ([6], 6_100), ([1], 5_100), ([0], 5_100), ([-100], 5_100),
      ([60, 7, 30], 7_100), ([], nil),
    ] as [([Double], Int64?)])
  func `the next look follows the nearest end, and never comes within five seconds`(
    ends: [Double], wait: Int64?
  ) throws {
    var expirations = Expirations()
    expirations.follow(try ends.enumerated().map { try Self.operation("\($0)", in: $1) })
    #expect(expirations.wait(at: Self.start) == wait)
  }

  @Test func `an end beyond any calendar does not trap`() throws {
    var expirations = Expirations()
    expirations.follow([
      try UserOperation(
        TokenWorld.operation("a").setting("operationExpires", to: 9_223_372_036_854_775_807))
    ])
    #expect(try #require(expirations.wait(at: Self.start)) > 0)
  }

  @Test func `all that are over are told at once, and once`() throws {
    var expirations = Expirations()
    expirations.follow(
      try [("a", 10), ("b", 20), ("c", -5)].map { try Self.operation($0, in: $1) })
    let over = expirations.takeExpired(at: Self.start.addingTimeInterval(15))
    #expect(over.map(\.id) == ["a", "c"])
    #expect(expirations.takeExpired(at: Self.start.addingTimeInterval(15)) == [])
    #expect(expirations.wait(at: Self.start.addingTimeInterval(15)) == 5_100)
  }

  @Test func `the same identifier, data and end count once`() throws {
    var expirations = Expirations()
    let one = try Self.operation("a", in: 10)
    expirations.follow([one, one])
    expirations.follow([
      one, try Self.operation("a", in: 20), try Self.operation("a", in: 10, data: "A3"),
    ])
    #expect(expirations.takeExpired(at: Self.start.addingTimeInterval(15)).count == 2)
    #expect(expirations.takeExpired(at: Self.start.addingTimeInterval(25)).count == 1)
  }

  @Test func `what has no end is not waited for, and what was removed neither`() throws {
    var expirations = Expirations()
    expirations.follow([try Self.operation("a", in: nil), try Self.operation("b", in: 10)])
    expirations.follow([try Self.operation("a", in: nil)])
    #expect(expirations == Expirations())
    #expect(expirations.wait(at: Self.start) == nil)
  }

  @Test func `a new list leaves what is still in it`() throws {
    var expirations = Expirations()
    expirations.follow([try Self.operation("a", in: 10), try Self.operation("b", in: 10)])
    expirations.follow([try Self.operation("b", in: 10), try Self.operation("c", in: 10)])
    let over = expirations.takeExpired(at: Self.start.addingTimeInterval(10))
    #expect(over.map(\.id) == ["b", "c"])
  }

  /// Sleeps by a manual clock; each sleep waits until the test lets it go.
  private final class Pauses: Sendable {
    let asked: AsyncStream<Int64>
    private let continuation: AsyncStream<Int64>.Continuation
    private let gate: AsyncStream<Void>
    let open: AsyncStream<Void>.Continuation

    init() {
      (asked, continuation) = AsyncStream.makeStream()
      (gate, open) = AsyncStream.makeStream()
    }

    func clock(_ clock: ManualClock) -> TokenClock {
      TokenClock(
        now: clock.tokenClock().now, monotonicMilliseconds: { clock.monotonic },
        sleep: { milliseconds in
          self.continuation.yield(milliseconds)
          var gate = self.gate.makeAsyncIterator()
          guard await gate.next() != nil, !Task.isCancelled else { return }
          clock.advance(milliseconds)
        })
    }
  }

  @Test func `the watcher sleeps once until the nearest end and tells all of them`() async throws {
    let manual = ManualClock()
    let pauses = Pauses()
    let clock = pauses.clock(manual)
    var watcher: ExpirationWatcher? = ExpirationWatcher(clock: clock) { clock.now() }
    var asked = pauses.asked.makeAsyncIterator()
    var expired = try #require(watcher).expired.makeAsyncIterator()
    await watcher?.follow([try Self.operation("a", in: 60), try Self.operation("b", in: 60)])
    #expect(await asked.next() == 60_100)
    // A later end and a known one change nothing.
    await watcher?.follow(
      try [("a", 60), ("b", 60), ("c", 90)].map { try Self.operation($0, in: $1) })
    pauses.open.yield()
    #expect(await expired.next()?.map(\.id) == ["a", "b"])
    #expect(await asked.next() == 30_000)
    pauses.open.yield()
    #expect(await expired.next()?.map(\.id) == ["c"])
    watcher = nil
    #expect(await expired.next() == nil, "nobody tells any more")
  }

  @Test func `a nearer end wakes the watcher earlier`() async throws {
    let pauses = Pauses()
    let clock = pauses.clock(ManualClock())
    let watcher = ExpirationWatcher(clock: clock) { clock.now() }
    var asked = pauses.asked.makeAsyncIterator()
    await watcher.follow([try Self.operation("a", in: 60)])
    #expect(await asked.next() == 60_100)
    await watcher.follow([try Self.operation("a", in: 60), try Self.operation("b", in: 10)])
    #expect(await asked.next() == 10_100)
  }

  @Test func `polling asks for the list again when an operation expires`() async throws {
    let world = try TokenWorld(sleepMovesTime: false)
    try await world.activate()
    let end = ServerDate.text(Self.start.addingTimeInterval(30))
    await world.server.offer([
      TokenWorld.operation("op-1").setting("operationExpires", to: .string(end))
    ])
    let manual = world.clock
    // The polling's own pause never ends; the watcher's does, and its time has gone by then.
    let token = try world.secondToken(sleep: { milliseconds in
      guard milliseconds > 7_000 else {
        return (try? await Task.sleep(for: .seconds(3600))) ?? ()
      }
      manual.advance(milliseconds)
    })
    var lists = 0
    var expired: [String] = []
    for await event in token.polling() {
      switch event {
      case .list: lists += 1
      case .expired(let operations): expired += operations.map(\.id)
      case .loading, .failed: break
      }
      if lists == 2 { break }
    }
    #expect(expired == ["op-1"])
    #expect(await world.server.received.count { $0 == TokenUseTests.list } >= 2)
  }
}

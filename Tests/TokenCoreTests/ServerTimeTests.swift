import Foundation
import PowerAuth
import TestSupport
import Testing
@testable import TokenCore
import TokenModel

@Suite struct ServerTimeTests {
  @Test(
    arguments: [-86_400_000, 86_400_000, -90_000, 90_000] as [Int64], ProtocolVersion.allCases)
  func `everything works with clocks a day apart`(
    ahead: Int64, version: ProtocolVersion
  ) async throws {
    let world = try TokenWorld(version: version, serverAhead: ahead)
    try await world.activate()
    let payment = try await world.offeredPayment()
    try await world.token.approve(payment, with: .pin(world.pin("2580")))
    #expect(await world.server.decisions == ["authorize op-1"])
    let serverNow = await world.token.serverNow()
    #expect(Int64(serverNow.timeIntervalSince1970 * 1000) == world.clock.wall + ahead)
  }

  @Test func `the time is asked for once and again after a jump of the clock`() async throws {
    let world = try TokenWorld()
    try await world.activate()
    world.clock.advance(3_600_000)
    _ = try await world.token.operations()
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 1)
    world.clock.jump(6_000)
    _ = try await world.token.operations()
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 2)
  }

  @Test(arguments: [0, 86_400_000, -90_000, 1_500] as [Int64])
  func `the report asks anew and tells how far the clocks are apart`(ahead: Int64) async throws {
    let world = try TokenWorld(serverAhead: ahead)
    _ = try await world.token.clockReport()
    let report = try await world.token.clockReport()
    #expect(report.adjustmentMilliseconds == (ahead == 1_500 ? 0 : ahead))
    #expect(report.roundTripMilliseconds == 0)
    #expect(await world.server.received == ["/pa/v3/status", "/pa/v3/status"])
  }

  @Test func `a report that the server does not answer says so`() async throws {
    let world = try TokenWorld(serverAhead: 86_400_000)
    _ = try await world.token.clockReport()
    await world.server.breaking { _, _ in .lostAnswer }
    await #expect(throws: TokenFailure.network(.connectionLost)) {
      try await world.token.clockReport()
    }
    await world.server.breaking(nil)
    try await world.activate()
  }

  @Test func `a time that is none is not believed`() async throws {
    let world = try TokenWorld()
    for time in ["-1", "9223372036854775807"] {
      let answer = "{\"status\":\"OK\",\"responseObject\":{\"serverTime\":\(time)}}"
      await world.server.breaking { _, _ in
        .intercepted(IncomingAnswer(status: 200, headers: [], body: Array(answer.utf8)))
      }
      await #expect(throws: TokenFailure.untrustedAnswer(.serverTime)) {
        try await world.activate()
      }
    }
  }

  @Test(arguments: [(0, 16_000, true), (0, 16_001, false), (900_000, 100, true)])
  func `an exchange of more than 16 s says too little about the time`(
    ahead: Int64, elapsed: Int64, isAccepted: Bool
  ) {
    var clock = ServerClock()
    let now = ServerClock.Reading(wall: 1_000_000, monotonic: elapsed)
    let sent = ServerClock.Reading(wall: 1_000_000 - elapsed, monotonic: 0)
    let server = 1_000_000 - elapsed / 2 + ahead
    let accepted = clock.synchronize(serverTime: server, sent: sent, now: now)
    #expect(accepted == isAccepted)
    #expect(clock.isSynchronized(now) == isAccepted)
    #expect(clock.adjustment == (isAccepted ? ahead : 0))
  }

  @Test func `an answer that waited while the machine slept tells no time`() {
    var clock = ServerClock()
    let sent = ServerClock.Reading(wall: 1_000_000, monotonic: 0)
    let woken = ServerClock.Reading(wall: 4_600_000, monotonic: 50)
    let isBelieved = clock.synchronize(serverTime: 1_000_010, sent: sent, now: woken)
    #expect(!isBelieved)
    #expect(!clock.isSynchronized(woken))
    let isAsked = clock.synchronize(serverTime: 4_600_010, sent: woken, now: woken)
    #expect(isAsked)
  }

  @Test(arguments: [(1_999, 0), (-1_999, 0), (2_000, 2_000), (-2_000, -2_000)] as [(Int64, Int64)])
  func `less than two seconds count as none`(difference: Int64, adjustment: Int64) {
    var clock = ServerClock()
    let now = ServerClock.Reading(wall: 1_000_000, monotonic: 0)
    let accepted = clock.synchronize(serverTime: 1_000_000 + difference, sent: now, now: now)
    #expect(accepted)
    #expect(clock.adjustment == adjustment)
  }

  /// How far an answer's own timestamp stands beside the server's time, in milliseconds.
  private static func timestamp(_ world: TokenWorld, beside: Int64) async {
    let clock = world.clock
    await world.server.breaking { _, path in
      guard path == TokenUseTests.list else { return nil }
      return .changed { answer in
        let date = Date(timeIntervalSince1970: Double(clock.wall + beside) / 1000)
        return answer.setting("currentTimestamp", to: .string(ServerDate.text(date)))
      }
    }
  }

  @Test(arguments: [0, -900, 4_000, -5_000] as [Int64])
  func `a timestamp near the server's time asks nothing`(beside: Int64) async throws {
    let world = try TokenWorld()
    try await world.activate()
    await Self.timestamp(world, beside: beside)
    for _ in 0..<3 { _ = try await world.token.operations() }
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 1)
  }

  @Test(arguments: [60_000, -60_000] as [Int64])
  func `a timestamp far from it makes the next use ask the time service, once`(
    beside: Int64
  ) async throws {
    let world = try TokenWorld()
    try await world.activate()
    await Self.timestamp(world, beside: beside)
    let list = try await world.token.operations()
    #expect(list.serverTime != nil)
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 1)
    for _ in 0..<3 { _ = try await world.token.operations() }
    // The time service is the truth, and says that it is the other clock that stands beside.
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 2)
    let now = await world.token.serverNow()
    #expect(Int64(now.timeIntervalSince1970 * 1000) == world.clock.wall)
  }

  @Test(arguments: ["\"soon\"", "-1", "1e300", "[]"])
  func `a timestamp that is none is nothing`(timestamp: String) async throws {
    let world = try TokenWorld()
    try await world.activate()
    let value = try JSONValue(parsing: Array("[\(timestamp)]".utf8)).array?.first ?? .null
    await world.server.breaking { _, path in
      path == TokenUseTests.list ? .changed { $0.setting("currentTimestamp", to: value) } : nil
    }
    for _ in 0..<2 { _ = try await world.token.operations() }
    #expect(await world.server.received.count { $0 == "/pa/v3/status" } == 1)
  }
}

import PowerAuth
import Synchronization
import TestSupport
import Testing
import TokenCore
import TokenModel

/// 0, 1, 2 and so on.
private final class PageNumbers: Sendable {
  private let number = Mutex(0)

  func next() -> Int {
    number.withLock { number in
      defer { number += 1 }
      return number
    }
  }
}

/// The inbox as servers answer for it: pages, codes, and what they leave out.
@Suite struct InboxTests {
  private func world(
    _ answer: @escaping @Sendable (_ path: String) -> IncomingAnswer
  ) async throws -> TokenWorld {
    let world = try TokenWorld()
    try await world.activate()
    await world.server.breaking { _, path in
      path.hasPrefix("/api/inbox/") ? .intercepted(answer(path)) : nil
    }
    return world
  }

  private static func answer(
    _ object: JSONValue, status: Int = 200, _ word: String = "OK", beside size: Int? = nil
  ) -> IncomingAnswer {
    var json: JSONValue = ["status": .string(word), "responseObject": object]
    if let size { json = json.setting("size", to: .number(.init(size))) }
    return IncomingAnswer(status: status, headers: [], body: json.bytes())
  }

  private static func entries(_ ids: some Sequence<Int>) -> JSONValue {
    .array(ids.map { ["id": .string("m-\($0)"), "subject": "Subject"] })
  }

  @Test func `every question takes the one token of possession`() async throws {
    let world = try await world { _ in Self.answer(["countUnread": 3]) }
    #expect(try await world.token.unreadMessages() == 3)
    let request = try #require(await world.server.requests["/pa/v3/token/create"])
    #expect(!request.body.isEmpty)
    #expect(await world.server.received.count { $0 == "/pa/v3/token/create" } == 1)
  }

  @Test(arguments: [JSONValue.null, [:], ["countUnread": "3"], [3]])
  func `a count that is none is not believed`(object: JSONValue) async throws {
    let world = try await world { _ in Self.answer(object) }
    await #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "countUnread"))) {
      try await world.token.unreadMessages()
    }
  }

  @Test(arguments: [(-4, 0), (0, 0), (7, 7)])
  func `a count is never negative`(wire: Int, count: Int) async throws {
    let world = try await world { _ in Self.answer(["countUnread": .number(.init(wire))]) }
    #expect(try await world.token.unreadMessages() == count)
  }

  @Test func `a server that gives smaller pages is not taken to be at its end`() async throws {
    let world = try await world { _ in Self.answer(Self.entries(0..<20), beside: 20) }
    #expect(try await !world.token.messages(page: 0, size: 100).isLast)
    let honest = try await self.world { _ in Self.answer(Self.entries(0..<20), beside: 100) }
    #expect(try await honest.token.messages(page: 0, size: 100).isLast)
  }

  @Test func `all is a thousand at most, however many there are`() async throws {
    let pages = PageNumbers()
    let world = try await world { _ in
      let page = pages.next()
      return Self.answer(Self.entries(page * 100..<(page + 1) * 100), beside: 100)
    }
    let all = try await world.token.allMessages()
    #expect(all.messages.count == 1000)
    #expect(!all.isLast)
    #expect(Set(all.messages.map(\.id)).count == 1000)
  }

  @Test func `a message that a new one moved onto the next page counts once`() async throws {
    let pages = PageNumbers()
    let world = try await world { _ in
      pages.next() == 0
        ? Self.answer(Self.entries(0..<100)) : Self.answer(Self.entries(99..<130))
    }
    let all = try await world.token.allMessages()
    #expect(all.messages.count == 130)
    #expect(all.isLast)
  }

  @Test func `a server that repeats its first page for ever is left`() async throws {
    let world = try await world { _ in Self.answer(Self.entries(0..<100)) }
    #expect(try await world.token.allMessages(limit: 150).messages.count == 100)
  }

  @Test func `a failed page fails it all`() async throws {
    let pages = PageNumbers()
    let world = try await world { _ in
      pages.next() == 0
        ? Self.answer(Self.entries(0..<100))
        : Self.answer(["code": "INBOX_FAILED"], status: 400, "ERROR")
    }
    await #expect(throws: TokenFailure.inbox(.unavailable)) {
      try await world.token.allMessages()
    }
  }

  @Test func `a detail in an array is taken, too`() async throws {
    let world = try await world { _ in Self.answer([["id": "m-1", "body": "text"]]) }
    #expect(try await world.token.message(id: "m-1").body == "text")
  }

  @Test func `another message than the one asked for is not shown`() async throws {
    let world = try await world { _ in Self.answer(["id": "m-2", "body": "text"]) }
    await #expect(throws: TokenFailure.untrustedAnswer(.missing(member: "responseObject.id"))) {
      try await world.token.message(id: "m-1")
    }
    #expect(try await world.token.message(id: "M-2").body == "text")
  }

  @Test func `refusals have meanings of their own`() async throws {
    let failed = try await world { _ in
      Self.answer(["code": "INBOX_FAILED"], status: 400, "ERROR")
    }
    await #expect(throws: TokenFailure.inbox(.messageUnavailable)) {
      try await failed.token.message(id: "m-1")
    }
    await #expect(throws: TokenFailure.inbox(.messageUnavailable)) {
      try await failed.token.markMessageRead(id: "m-1")
    }
    await #expect(throws: TokenFailure.inbox(.unavailable)) {
      try await failed.token.markAllMessagesRead()
    }
    let refusal = ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: "")
    let none = try await world { _ in
      Self.answer(["code": "ERROR_NOT_FOUND"], status: 404, "ERROR")
    }
    await #expect(throws: TokenFailure.serverCannot(.inbox, refusal)) {
      try await none.token.unreadMessages()
    }
    let gateway = try await world { _ in IncomingAnswer(status: 404, headers: [], body: []) }
    await #expect(
      throws: TokenFailure.serverCannot(
        .inbox, ServerRefusal(status: 404, code: "", message: ""))
    ) { try await gateway.token.messages(page: 0) }
  }
}

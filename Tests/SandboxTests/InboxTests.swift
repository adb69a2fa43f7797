import PowerAuth
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// The bank writes, the token reads.
@Suite struct InboxTests {
  let bank: TestBank

  init() throws { bank = try TestBank() }

  @discardableResult
  private func write(
    _ subject: String = "Your new card", userID: String = "alice", type: String = "text",
    body: String = "It is on its way."
  ) async throws -> String {
    try await bank.cloud(
      "POST", "inbox/messages",
      [
        "userId": .string(userID), "type": .string(type), "subject": .string(subject),
        "summary": "A summary", "body": .string(body), "silent": true,
      ]
    ).object().text("id")
  }

  @Test(arguments: ProtocolVersion.allCases)
  func `messages are counted, listed, shown and read`(version: ProtocolVersion) async throws {
    let story = try StoryToken(bank, version)
    try await story.activate()
    #expect(try await story.token.unreadMessages() == 0)
    #expect(try await story.token.messages(page: 0) == InboxPage(messages: [], isLast: true))
    let first = try await write()
    bank.clock.advance(seconds: 1)
    let second = try await write("A second one", type: "html", body: "<p>Hello</p>")
    #expect(try await story.token.unreadMessages() == 2)

    let list = try await story.token.messages(page: 0)
    #expect(list.messages.map(\.id) == [second, first])
    #expect(list.messages.map(\.content) == [.html, .text])
    #expect(list.messages.allSatisfy { $0.body == nil && !$0.isRead && $0.created != nil })

    let message = try await story.token.message(id: second)
    #expect(message.body == "<p>Hello</p>")
    #expect(try await story.token.unreadMessages() == 2, "being fetched is not being read")
    for _ in 0..<2 { try await story.token.markMessageRead(id: second) }
    #expect(try await story.token.unreadMessages() == 1)
    #expect(
      try await story.token.messages(page: 0, onlyUnread: true).messages.map(\.id) == [first])
    try await story.token.markAllMessagesRead()
    #expect(try await story.token.unreadMessages() == 0)
  }

  @Test func `pages follow one another, and all are all`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    for number in 0..<250 { try await write("Message \(number)") }
    let second = try await story.token.messages(page: 1, size: 100)
    #expect(second.messages.first?.subject == "Message 149")
    #expect(!second.isLast)
    #expect(try await story.token.messages(page: 2, size: 100).isLast)
    let all = try await story.token.allMessages()
    #expect(all.messages.map(\.subject) == (0..<250).reversed().map { "Message \($0)" })
    #expect(try await story.token.allMessages(limit: 120).messages.count == 120)
  }

  @Test func `messages of others are not there`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    let foreign = try await write(userID: "bob")
    #expect(try await story.token.messages(page: 0).messages.isEmpty)
    await #expect(throws: TokenFailure.inbox(.messageUnavailable)) {
      try await story.token.message(id: foreign)
    }
    await #expect(throws: TokenFailure.inbox(.messageUnavailable)) {
      try await story.token.markMessageRead(id: foreign)
    }
    let read = try await bank.cloud("GET", "inbox/messages/\(foreign)").object()
    #expect(read["read"] == false)
  }

  @Test func `a bank without an inbox says so`() async throws {
    let story = try StoryToken(bank)
    try await story.activate()
    bank.sandbox.faults.missingEndpoints = ["/inbox/count"]
    await #expect {
      try await story.token.unreadMessages()
    } throws: { error in
      guard case .serverCannot(.inbox, let refusal) = error as? TokenFailure else { return false }
      return refusal.status == 404
    }
  }

  @Test(arguments: [
    ("subject", 7, 400), ("subject", 8, 200), ("subject", 255, 200), ("subject", 256, 400),
    ("summary", 7, 400), ("body", 7, 400), ("body", 65_536, 200), ("body", 65_537, 400),
  ])
  func `the limits of the texts hold`(field: String, length: Int, status: Int) async throws {
    let body: JSONValue = [
      "userId": "alice", "subject": "Subject 1", "summary": "Summary 1",
      "body": "Body text",
    ]
    let text = JSONValue.string(String(repeating: "x", count: length))
    let answer = await bank.cloud("POST", "inbox/messages", body.setting(field, to: text))
    #expect(answer.status == status)
  }

  @Test func `an unknown type and an unknown message are refused`() async throws {
    let answer = await bank.cloud(
      "POST", "inbox/messages",
      [
        "userId": "alice", "type": "markdown", "subject": "Subject 1", "summary": "Summary 1",
        "body": "Body text",
      ])
    #expect(answer.verdict == "400 ERROR_REQUEST")
    #expect(
      await bank.cloud("GET", "inbox/messages/none").verdict == "400 ERROR_MESSAGE_NOT_FOUND")
  }

  @Test func `nobody reads without a token`() async throws {
    try await write()
    for path in ["count", "message/list", "message/detail", "message/read", "message/read-all"] {
      let answer = await bank.mobile("/enrollment-server/api/inbox/\(path)", Array("{}".utf8))
      #expect(answer.verdict == "401 POWERAUTH_AUTH_FAIL")
    }
  }

  @Test func `a message is read in the language of the token`() async throws {
    let device = try await TestDevice.active(bank)
    let translations: JSONValue = [
      "cs": [
        "subject": "Vaše nová karta", "summary": "Je na cestě.", "body": "Dorazí do pěti dnů.",
      ]
    ]
    let members: JSONValue = [
      "userId": "alice", "subject": "Your new card", "summary": "It is on its way.",
      "body": "It arrives within five days.", "translations": translations,
    ]
    let written = try await bank.cloud("POST", "inbox/messages", members).object()
    #expect(written["translations"] == translations)
    let id = try written.text("id")
    for (language, texts) in [("en", members), ("cs", translations["cs"]), ("de", members)] {
      let list = try await device.withToken(
        "/api/inbox/message/list", #"{"requestObject": {"page": 0, "size": 9}}"#, language: language
      )
      #expect(try list.object()["responseObject"]?.array?.first?["subject"] == texts?["subject"])
      let detail = try await device.withToken(
        "/api/inbox/message/detail", #"{"requestObject": {"id": "\#(id)"}}"#, language: language)
      let message = try detail.object()["responseObject"]
      #expect(message?["summary"] == texts?["summary"])
      #expect(message?["body"] == texts?["body"])
    }
  }

  @Test(
    arguments: [
      ["cs": ["subject": "krátké"]], ["cs": ["body": 7]], ["cs": "text"],
      ["Czech": ["subject": "Vaše karta"]],
    ] as [JSONValue])
  func `a translation of a message keeps the rules of messages`(translations: JSONValue) async {
    let verdict = await bank.cloud(
      "POST", "inbox/messages",
      [
        "userId": "alice", "subject": "Your new card", "summary": "It is on its way.",
        "body": "It arrives.", "translations": translations,
      ]
    ).verdict
    #expect(verdict == "400 ERROR_REQUEST")
  }

  @Test func `the demonstration's messages are sent once, and can be read`() async throws {
    let messages = try DemoMessages.read()
    #expect(messages.contains { $0.kind == .html } && messages.contains { $0.kind == .text })
    #expect(messages.contains { !$0.isRead })
    #expect(
      messages.allSatisfy { Set($0.translations["cs"].keys) == ["subject", "summary", "body"] })
    for _ in 0..<2 {
      try await bank.sandbox.perform { ledger, _ in
        try DemoMessages.sendOnce(to: DemoRules.userID, in: ledger)
      }
    }
    let stored = try await bank.sandbox.perform { ledger, _ in
      try ledger.messages(ofUser: DemoRules.userID, page: 0, size: 100, onlyUnread: false)
    }
    #expect(stored.map(\.subject) == messages.map(\.subject))
  }
}

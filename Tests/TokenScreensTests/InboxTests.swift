import Testing
import TokenModel
import TokenScreens

/// The bank's messages on the screen.
@Suite struct InboxTests {
  static let missing = TokenFailure.serverCannot(
    .inbox, ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: ""))

  private static let done = AppEvent.Outcome.success(AppEvent.Done())

  private func page(_ numbers: Range<Int>, isLast: Bool = false) -> AppEvent.Outcome<InboxPage> {
    .success(InboxPage(messages: InboxMessage.many(numbers), isLast: isLast))
  }

  // MARK: - The count

  @Test func `the tab shows how many nobody has read`() {
    var stage = Stage.operations()
    #expect(stage.effects == [.countUnread])
    stage.receive(.unreadMessages(.success(3)))
    #expect(stage.shows("2 Inbox 3"))
    stage.receive(.unreadMessages(.success(0)))
    #expect(stage.shows("2 Inbox   3 History"))
  }

  @Test func `the count goes with the polling, once a minute`() {
    var stage = Stage.operations()
    stage.receive(.unreadMessages(.success(1)))
    for _ in 0..<8 {
      stage.wait(milliseconds: 7000)
      stage.receive([.login, .payment, .conversion])
      #expect(stage.effects.isEmpty)
    }
    stage.wait(milliseconds: 7000)
    stage.receive([.login, .payment, .conversion])
    #expect(stage.effects == [.countUnread])
  }

  @Test func `a new message is announced, and fetched where the list stands`() {
    var stage = Stage.operations()
    stage.receive(.unreadMessages(.success(1)))
    #expect(stage.effects.isEmpty, "the first count is no news")
    stage.receive(.unreadMessages(.success(3)))
    #expect(stage.effects == [.notify("2 new messages")])
    var inbox = Stage.inbox()
    inbox.receive(.unreadMessages(.success(3)))
    #expect(inbox.effects == [.notify("1 new message"), .loadMessages(page: 0)])
  }

  @Test func `a count that does not come says nothing`() {
    var stage = Stage.operations()
    let before = stage.text
    stage.receive(.unreadMessages(.failure(.network(.connectionLost))))
    #expect(stage.text == before)
    #expect(stage.effects.isEmpty)
  }

  @Test func `a count that was asked before a message was read is no news`() {
    var stage = Stage.inbox()
    stage.press(.enter)
    stage.receive(.message(id: "m-1", .success(.statement)))
    stage.wait(milliseconds: 60_000)
    stage.receive([.login, .payment, .conversion])
    #expect(stage.effects == [.countUnread])
    stage.receive(.messageRead(id: "m-1", Self.done))
    stage.receive(.unreadMessages(.success(2)))
    #expect(stage.effects.isEmpty)
    stage.receive(.unreadMessages(.success(1)))
    #expect(stage.effects.isEmpty)
    stage.press("q")
    #expect(stage.shows("2 Inbox 1"))
  }

  @Test func `a bank without an inbox has no tab for it, and is not asked again`() {
    var stage = Stage.operations()
    stage.receive(.unreadMessages(.failure(Self.missing)))
    #expect(!stage.shows("Inbox"))
    #expect(stage.shows("5 Settings"))
    stage.press(.inboxTab)
    #expect(stage.effects.isEmpty)
    stage.wait(milliseconds: 600_000)
    stage.receive([.login, .payment, .conversion])
    #expect(stage.effects.isEmpty)
  }

  @Test(arguments: [
    AppEvent.unreadMessages(.failure(.blocked)), .messages(page: 0, .failure(.blocked)),
    .message(id: "m-1", .failure(.blocked)), .messageRead(id: "m-1", .failure(.blocked)),
    .allMessagesRead(.failure(.blocked)),
  ])
  func `a blocked activation leads to the page that says so`(event: AppEvent) {
    var stage = Stage.inbox()
    stage.receive(event)
    #expect(stage.shows("The bank has blocked this device."))
  }

  @Test func `Tab goes round the pages, and back`() {
    var stage = Stage.operations()
    stage.press(.tab)
    #expect(stage.effects == [.loadMessages(page: 0), .countUnread])
    stage.press(.tab, .tab, .tab)
    #expect(stage.effects == [.fetchStatus])
    stage.press(.tab)
    #expect(stage.shows("Login Approval"))
    stage.press(.backTab)
    #expect(stage.shows("Fingerprint"))
  }

  // MARK: - The list

  @Test func `opening the inbox asks for the newest page and the count`() {
    var stage = Stage.operations()
    stage.press(.inboxTab)
    #expect(stage.effects == [.loadMessages(page: 0), .countUnread])
    #expect(!stage.shows("Asking"))
    stage.wait(milliseconds: 200)
    #expect(stage.shows("Asking your bank for messages"))
    stage.press(.operationsTab)
    #expect(stage.shows("Login Approval"))
  }

  @Test func `the next page is asked for when the end is reached, and once`() {
    var stage = Stage.inbox(InboxMessage.many(0..<100), isLast: false)
    stage.press(.down)
    #expect(stage.effects.isEmpty)
    stage.press(.end)
    #expect(stage.effects == [.loadMessages(page: 1)])
    stage.press(.up, .end)
    #expect(stage.effects.isEmpty, "it is on its way")
    stage.receive(.messages(page: 1, page(99..<130, isLast: true)))
    #expect(stage.effects.isEmpty)
    stage.press(.end)
    #expect(stage.effects.isEmpty, "there is no more")
    #expect(stage.shows("Message 129"))
  }

  @Test func `a tall window asks on until it is full`() {
    var stage = Stage.inbox(InboxMessage.many(0..<2), isLast: false)
    #expect(stage.effects == [.loadMessages(page: 1)])
    stage.receive(.messages(page: 1, page(2..<40)))
    #expect(stage.effects.isEmpty)
  }

  @Test func `all are loaded page after page, up to a thousand`() {
    var stage = Stage.inbox(InboxMessage.many(0..<100), isLast: false)
    stage.press("A")
    for number in 1...9 {
      #expect(stage.effects == [.loadMessages(page: number)])
      stage.receive(.messages(page: number, page(number * 100..<number * 100 + 100)))
    }
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("The newest 1000 messages stand here; no more are loaded."))
  }

  @Test func `loading all ends with the last page`() {
    var stage = Stage.inbox(InboxMessage.many(0..<100), isLast: false)
    stage.press("A")
    #expect(stage.shows("Loading all: 100 messages"))
    stage.receive(.messages(page: 1, page(100..<103, isLast: true)))
    #expect(stage.shows("All 103 messages stand here."))
    #expect(!stage.shows("load all"))
  }

  @Test func `loading all can be stopped, and a failure stops it`() {
    var stage = Stage.inbox(InboxMessage.many(0..<100), isLast: false)
    stage.press("A", .escape)
    stage.receive(.messages(page: 1, page(100..<200)))
    #expect(stage.effects.isEmpty)
    stage.press("A")
    #expect(stage.effects == [.loadMessages(page: 2)])
    stage.receive(.messages(page: 2, .failure(.network(.connectionLost))))
    #expect(stage.shows("The connection was lost."))
    #expect(stage.effects.isEmpty)
    stage.press(.end)
    #expect(stage.effects.isEmpty, "a key that moves does not ask again")
    stage.press("A")
    #expect(stage.effects == [.loadMessages(page: 2)])
  }

  @Test func `the selection follows its message through a new list`() {
    var stage = Stage.inbox()
    stage.press(.down)
    stage.press("r")
    #expect(stage.effects == [.loadMessages(page: 0), .countUnread])
    let new = InboxMessage.make("m-0", "Brand new", hours: 0)
    stage.receive(
      .messages(
        page: 0,
        .success(InboxPage(messages: [new, .statement, .fraud, .maintenance], isLast: true))))
    let selected = stage.lines.first { $0.hasPrefix(" ▌") }
    #expect(selected?.contains("How to recognise a fraud") == true)
  }

  @Test func `a refreshed first page keeps the older ones`() {
    var stage = Stage.inbox(InboxMessage.many(1..<101), isLast: false)
    stage.press(.end)
    stage.receive(.messages(page: 1, page(101..<150, isLast: true)))
    stage.press("r")
    stage.receive(.messages(page: 0, page(0..<100)))
    stage.press(.end)
    #expect(stage.shows("Message 149"))
    #expect(stage.effects.isEmpty)
  }

  @Test func `a search finds in subjects and summaries, without regard to case`() {
    var stage = Stage.inbox()
    stage.press("/")
    stage.type("WILL WAIT")
    #expect(stage.shows("1 of 3"))
    #expect(stage.shows("Maintenance on Sunday night"))
    #expect(!stage.shows("How to recognise"))
    stage.press(.enter, .escape)
    #expect(stage.shows("How to recognise"))
  }

  // MARK: - Reading

  @Test func `an opened message is shown, then marked, then counted`() {
    var stage = Stage.inbox()
    stage.press(.enter)
    #expect(stage.effects == [.openMessage(id: "m-1")])
    stage.receive(.message(id: "m-1", .success(.statement)))
    #expect(stage.effects == [.markMessageRead(id: "m-1")])
    #expect(stage.shows("Dear Ms Nováková,"))
    stage.receive(.messageRead(id: "m-1", Self.done))
    #expect(stage.effects == [.countUnread])
    stage.press("q")
    #expect(stage.shows("2 Inbox 1"))
    #expect(!stage.lines.contains { $0.contains("●") && $0.contains("statement") })
  }

  @Test func `a message that was read is not marked again`() {
    var stage = Stage.inbox([.maintenance])
    stage.press(.enter)
    stage.receive(.message(id: "m-3", .success(.maintenance)))
    #expect(stage.effects.isEmpty)
  }

  @Test func `the answer for a message that was closed shows nothing`() {
    var stage = Stage.inbox()
    stage.press(.enter, "q", .down, .enter)
    stage.receive(.message(id: "m-1", .success(.statement)))
    #expect(!stage.shows("Dear Ms"))
    #expect(stage.shows("How to recognise a fraud"))
  }

  @Test func `a failed message is asked for again`() {
    var stage = Stage.inbox()
    stage.press(.enter)
    stage.receive(.message(id: "m-1", .failure(.network(.connectionLost))))
    #expect(stage.shows("The connection was lost."))
    stage.press("r")
    #expect(stage.effects == [.openMessage(id: "m-1")])
  }

  @Test func `m marks all, and says so after the bank has`() {
    var stage = Stage.inbox()
    stage.press("m")
    #expect(stage.effects == [.markAllMessagesRead])
    #expect(stage.shows("2 Inbox 2"))
    stage.receive(.allMessagesRead(Self.done))
    #expect(stage.shows("All messages count as read."))
    #expect(stage.effects == [.countUnread])
    #expect(stage.shows("2 Inbox   3"))
    stage.press("m")
    #expect(stage.shows("Every message was read."))
  }

  @Test func `links can be followed, and only safe ones`() throws {
    let message = InboxMessage.make(
      "m-1", "Links",
      body: "<a href='https://a.example/x'>one</a> <a href='http://b.example/'>two</a> "
        + "<a href='mailto:c@d.example'>three</a>")
    var stage = Stage.inbox([message])
    stage.press(.enter)
    stage.receive(.message(id: "m-1", .success(message)))
    #expect(stage.frame.links.map(\.address) == ["https://a.example/x"])
    let place = try #require(stage.position(of: "one[1] two three[2]"))
    let frame = stage.frame
    #expect(frame.link(of: frame[place.column, place.row])?.address == "https://a.example/x")
    #expect(frame.link(of: frame[place.column + 7, place.row]) == nil)
    #expect(stage.shows("[1] https://a.example/x"))
    #expect(stage.shows("[2] mailto:c@d.example"))
  }

  private static func linked(_ count: Int) -> Stage {
    let body = (1...count).map { "<a href='https://a.example/\($0)'>word \($0)</a> " }.joined()
    let message = InboxMessage.make(
      "m-1", "Links", body: body + "<a href='mailto:c@d.example'>write</a>")
    var stage = Stage.inbox([message])
    stage.press(.enter)
    stage.receive(.message(id: "m-1", .success(message)))
    return stage
  }

  @Test func `a digit shows where a link leads, and o opens it there`() {
    var stage = Self.linked(1)
    #expect(stage.shows("1 to 2 links"))
    stage.press("1")
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("‹ Message"))
    #expect(stage.shows("│ https://a.example/1"))
    stage.press("y")
    #expect(stage.effects == [.copy("https://a.example/1")])
    stage.press("o")
    #expect(stage.effects == [.openAddress("https://a.example/1")])
    stage.press("n")
    #expect(stage.shows("│ c@d.example"))
    stage.press("o")
    #expect(stage.effects.isEmpty, "a mail address is copied only")
    stage.press(.escape)
    #expect(stage.shows("word 1[1]"))
  }

  @Test func `links beyond the ninth are reached from there`() {
    var stage = Self.linked(10)
    #expect(stage.shows("1 to 9 links"))
    stage.press("9", "n")
    #expect(stage.shows("https://a.example/10"))
    #expect(stage.shows("Where link 10 of 11 leads"))
  }

  private static func message(_ body: String, type: String = "text") -> Stage {
    let message = InboxMessage.make("m-9", "From the bank's page", body: body, type: type)
    var stage = Stage.inbox([message])
    stage.press(.enter)
    stage.receive(.message(id: "m-9", .success(message)))
    return stage
  }

  @Test func `o opens the operation that a message is about`() {
    var stage = Self.message("Scan it, or take this:\n\nmtoken://operation?oid=op-scan\n\nThanks.")
    stage.press("o")
    #expect(stage.effects == [.claimOperation(id: "op-scan")])
    let text = OfflineFixture.text
    stage = Self.message("Without a network:\n\n\(text)\n\nThanks.")
    stage.press("o")
    #expect(stage.effects == [.readOffline(text)])
  }

  @Test(arguments: [
    ("Nothing to open.", "text"), ("<p>mtoken://operation?oid=op-scan</p>", "html"),
  ])
  func `other messages open nothing`(body: String, type: String) {
    var stage = Self.message(body, type: type)
    #expect(!stage.shows("o open it"))
    stage.press("o")
    #expect(stage.effects.isEmpty)
  }

  @Test func `a message without links has no key for them`() {
    var stage = Stage.inbox([.maintenance])
    stage.press(.enter)
    stage.receive(.message(id: "m-3", .success(.maintenance)))
    #expect(!stage.shows("link"))
    stage.press("1")
    #expect(stage.shows("‹ Inbox"))
  }

  @Test func `a message is laid out anew for another width`() {
    var stage = Stage.inbox()
    stage.press(.enter)
    stage.receive(.message(id: "m-1", .success(.statement)))
    stage.resize(columns: 40, rows: 12)
    #expect(stage.lines.allSatisfy { $0.count <= 40 })
    #expect(stage.shows("Your statement"))
  }
}

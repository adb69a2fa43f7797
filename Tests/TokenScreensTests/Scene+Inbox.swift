import FoundationEssentials
import TokenModel
import TokenScreens

extension InboxMessage {
  /// Hours are counted back from the stage's start.
  static func make(
    _ id: String, _ subject: String, _ summary: String = "", hours: Int = 1, isRead: Bool = false,
    body: String? = nil, type: String = "html"
  ) -> InboxMessage {
    var json: JSONValue = [
      "id": .string(id), "type": .string(type), "subject": .string(subject),
      "summary": .string(summary), "read": .bool(isRead),
      "timestampCreated": .string(
        ServerDate.text(Date(timeIntervalSince1970: Double(1_782_736_867 - hours * 3600)))),
    ]
    if let body { json = json.setting("body", to: .string(body)) }
    guard let message = try? InboxMessage(json) else {
      preconditionFailure("The fixture lacks a required member.")
    }
    return message
  }

  static let statement = make(
    "m-1", "Your statement for June is ready", "You can see what came in and what went out.",
    body: statementBody)
  static let fraud = make(
    "m-2", "How to recognise a fraud", "Three things that your bank will never do.", hours: 30)
  static let maintenance = make(
    "m-3", "Maintenance on Sunday night", "Payments will wait for an hour.", hours: 75,
    isRead: true)

  static func many(_ numbers: Range<Int>) -> [InboxMessage] {
    numbers.map { make("m-\($0)", "Message \($0)", "Number \($0)", hours: $0) }
  }

  private static let statementBody = """
    <h1>Your statement</h1><p>Dear Ms Nováková,</p><p>at the end of <b>June</b> your balance was
    <b>84&nbsp;210,50&nbsp;CZK</b>.</p>
    <table><tr><th>Day</th><th>What</th><th>Amount</th></tr>
    <tr><td>3 June</td><td>Salary</td><td>+52&nbsp;400,00</td></tr>
    <tr><td>28 June</td><td>Rent, including the advance for heating and water</td>
    <td>−18&nbsp;900,00</td></tr></table>
    <ul><li>All of it is in <a href="https://bank.example/statements">your statements</a>.
    <li>Questions? <a href="mailto:help@bank.example">Write to us</a>.</ul>
    <img src="https://bank.example/pixel.gif">
    """
}

extension Stage {
  /// The inbox with its first page.
  static func inbox(
    _ messages: [InboxMessage] = [.statement, .fraud, .maintenance], unreadable: Int = 0,
    isLast: Bool = true, unread: Int = 2, columns: Int = 80, rows: Int = 24
  ) -> Stage {
    var stage = operations(columns: columns, rows: rows)
    stage.receive(.unreadMessages(.success(unread)))
    stage.press(.inboxTab)
    stage.receive(.unreadMessages(.success(unread)))
    stage.receive(
      .messages(
        page: 0,
        .success(InboxPage(messages: messages, unreadable: unreadable, isLast: isLast))))
    return stage
  }
}

extension Scene {
  static let inbox = [
    Scene("inbox") { Stage.inbox(columns: $0, rows: $1) },
    Scene("inbox-empty") { Stage.inbox([], unread: 0, columns: $0, rows: $1) },
    Scene("inbox-loading") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.inboxTab)
      stage.wait(milliseconds: 2500)
      return stage
    },
    Scene("inbox-failed") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.inboxTab)
      stage.receive(.messages(page: 0, .failure(.inbox(.unavailable))))
      return stage
    },
    Scene("inbox-offline") { columns, rows in
      var stage = Stage.inbox(unreadable: 1, columns: columns, rows: rows)
      stage.wait(milliseconds: 130_000)
      stage.receive(.polling(.failed(.network(.connectionLost), retryInSeconds: 14)))
      stage.press("r")
      stage.receive(.messages(page: 0, .failure(.network(.connectionLost))))
      return stage
    },
    Scene("inbox-missing") { columns, rows in
      var stage = Stage.operations(columns: columns, rows: rows)
      stage.press(.inboxTab)
      stage.receive(.messages(page: 0, .failure(InboxTests.missing)))
      return stage
    },
    Scene("inbox-searched") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press("/")
      stage.type("FRAUD")
      return stage
    },
    Scene("inbox-loading-all") { columns, rows in
      var stage = Stage.inbox(
        InboxMessage.many(0..<100), isLast: false, columns: columns, rows: rows)
      stage.press("A", .down, .down)
      return stage
    },
    Scene("message") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press(.enter)
      stage.receive(.message(id: "m-1", .success(.statement)))
      return stage
    },
    Scene("message-end") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press(.enter)
      stage.receive(.message(id: "m-1", .success(.statement)))
      stage.press("G")
      return stage
    },
    Scene("message-link") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press(.enter)
      stage.receive(.message(id: "m-1", .success(.statement)))
      stage.press("1")
      return stage
    },
    Scene("message-loading") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press(.enter)
      stage.wait(milliseconds: 1000)
      return stage
    },
    Scene("message-failed") { columns, rows in
      var stage = Stage.inbox(columns: columns, rows: rows)
      stage.press(.enter)
      stage.receive(.message(id: "m-1", .failure(.inbox(.messageUnavailable))))
      return stage
    },
    Scene("message-hostile") { columns, rows in
      let hostile = InboxMessage.make(
        "m-1", "Pay\u{202E}drow", body: "Acm\u{435} Bank\u{1B}]0;pwned\u{7} asks", type: "text")
      var stage = Stage.inbox([hostile], columns: columns, rows: rows)
      stage.press(.enter)
      stage.receive(.message(id: "m-1", .success(hostile)))
      return stage
    },
  ]
}

import Testing
import TokenModel

@Suite struct PushMessageTests {
  private static let operation = #"""
    "messageType":"mtoken.operationInit","operationId":"op-1","operationName":"login"
    """#
  private static let expected = PushMessage.operationInit(
    id: "op-1", name: "login", content: nil)

  private func parse(_ text: String) throws -> PushMessage {
    try PushMessage(parsing: Array(text.utf8))
  }

  @Test(arguments: [
    #"{"aps":{"content-available":1},\#(operation)}"#,
    #"{"data":{\#(operation)}}"#,
    #"{"message":{"token":"t","data":{\#(operation)}}}"#,
    #"{"data":"{\"messageType\":\"mtoken.operationInit\",\"operationId\":\"op-1\",\"operationName\":\"login\"}"}"#,
    #"{\#(operation),"message":"text","extra":null}"#,
    #"{"aps":{"alert":"only one text"},\#(operation)}"#,
    #"{"notification":{"title":"no body"},"data":{\#(operation)}}"#,
  ])
  func `a message is found in every service's envelope`(text: String) throws {
    #expect(try parse(text) == Self.expected)
  }

  @Test(arguments: [
    #"{"aps":{"alert":{"title":"T","body":"B"}},\#(operation)}"#,
    #"{"notification":{"title":"T","body":"B"},"data":{\#(operation)}}"#,
    #"{"message":{"notification":{"title":"T","body":"B"},"data":{\#(operation)}}}"#,
    #"{"title":"T","body":"B",\#(operation)}"#,
  ])
  func `a notification has a title and a body`(text: String) throws {
    guard case .operationInit(_, _, let content?) = try parse(text) else {
      Issue.record("no content")
      return
    }
    #expect(content.title == "T")
    #expect(content.body == "B")
  }

  @Test(
    arguments: [
      ("authentication.success", .success), ("authentication.fail", .fail),
      ("operation.timeout", .timeout), ("operation.canceled", .canceled),
      ("operation.methodNotAvailable", .methodNotAvailable), ("new.word", .unknown("new.word")),
    ] as [(String, PushMessage.Result)])
  func `an operation ends in one of the known ways, or in another`(
    word: String, result: PushMessage.Result
  ) throws {
    let text = #"""
      {"messageType":"mtoken.operationFinished","operationId":"1","operationName":"n",
       "mtokenOperationResult":"\#(word)"}
      """#
    #expect(try parse(text) == .operationFinished(id: "1", name: "n", result: result))
    #expect(result.wire == word)
  }

  @Test func `the inbox has a message of its own`() throws {
    #expect(
      try parse(#"{"messageType":"mtoken.inboxMessage.new","inboxId":"m-1"}"#)
        == .newInboxMessage(id: "m-1"))
  }

  @Test(
    arguments: [
      ("", .notJSON), ("[]", .notJSON), ("hello", .notJSON), ("{}", .noType),
      (#"{"messageType":1}"#, .noType), (#"{"messageType":"sms"}"#, .unknownType("sms")),
      (#"{"messageType":"mtoken.operationInit"}"#, .missing(member: "operationId")),
      (
        #"{"messageType":"mtoken.operationInit","operationId":"1","operationName":null}"#,
        .missing(member: "operationName")
      ),
      (
        #"{"messageType":"mtoken.operationFinished","operationId":"1","operationName":"n"}"#,
        .missing(member: "mtokenOperationResult")
      ),
      (#"{"messageType":"mtoken.inboxMessage.new","inboxId":""}"#, .missing(member: "inboxId")),
    ] as [(String, PushMessage.Fault)])
  func `what lacks something is no message of a mobile token`(
    text: String, fault: PushMessage.Fault
  ) {
    #expect(throws: fault) { try parse(text) }
  }
}

@Suite struct PushRegistrationTests {
  @Test func `a registration is sent without what it lacks`() throws {
    let plain = try PushRegistration(platform: .fcm, token: " https://push.example/a?b \n")
    #expect(plain.json == ["platform": "fcm", "token": "https://push.example/a?b"])
    let apple = try PushRegistration(
      platform: .apns, environment: .development, token: "00ffAb")
    #expect(
      apple.json == ["platform": "apns", "token": "00FFAB", "environment": "development"])
  }

  @Test(
    arguments: [
      (.fcm, nil, "", .emptyToken), (.fcm, nil, " \n", .emptyToken),
      (.fcm, nil, "a b", .brokenToken), (.hms, nil, "a\u{1B}b", .brokenToken),
      (.ios, .production, "00", .environmentOf(.ios)),
    ]
      as [(
        PushRegistration.Platform, PushRegistration.Environment?, String, PushRegistration.Fault
      )])
  func `a registration that no server takes is not made`(
    platform: PushRegistration.Platform, environment: PushRegistration.Environment?,
    token: String, fault: PushRegistration.Fault
  ) {
    #expect(throws: fault) {
      try PushRegistration(platform: platform, environment: environment, token: token)
    }
  }
}

import Foundation
import Testing
import TokenModel

/// Reading the pages before an approval, in both forms of the wire.
@Suite struct PreApprovalTests {
  static func ui(_ json: String) throws -> OperationUI {
    let text = """
      {"id": "op-1", "name": "payment", "data": "A1", "formData": {"title": "T"}, "ui": \(json)}
      """
    return try UserOperation(JSONValue(parsing: Array(text.utf8))).ui
  }

  private static func page(_ json: String) throws -> PreApprovalScreen {
    try #require(try ui(#"{"preApprovalScreens": [\#(json)]}"#).preApprovalScreens.first)
  }

  private static let full = """
    {"id": "id1", "type": "WARNING", "backButton": true, "image": "image-label",
     "heading": "Watch out!", "message": "You may be a victim.",
     "elements": [
      {"id": "e1", "type": "ALERT", "style": "INFO", "text": "Only on your device"},
      {"id": "e2", "type": "BUTTON", "action": "PHONE", "actionSettings": "REJECT",
       "text": "Call center", "href": "+42012345678"},
      {"id": "e3", "type": "LIST_ITEM", "icon": "icon-label", "text": "You give access"}],
     "controls": {"flip": true, "axis": "VERTICAL",
      "decline": {"type": "REJECT", "text": "Reject Payment"},
      "approve": {"type": "BUTTON", "text": "Approve Payment", "counter": 10}}}
    """

  @Test func `everything of a page is read`() throws {
    let page = try Self.page(Self.full)
    #expect(page.id == "id1" && page.kind == .warning && page.hasBackButton)
    #expect(page.image == "image-label")
    #expect(page.heading == "Watch out!")
    #expect(page.message == "You may be a victim.")
    #expect(page.elements.map(\.id) == ["e1", "e2", "e3"])
    #expect(page.elements.map(\.kind) == [.alert, .button(.phone("+42012345678")), .listItem])
    #expect(page.elements.map(\.style) == [.info, nil, nil])
    #expect(page.elements.map(\.suggestsRejection) == [false, true, false])
    #expect(page.elements[2].icon == "icon-label")
    let controls = page.controls
    #expect(controls.isFlipped && controls.axis == .vertical)
    #expect(controls.decline?.kind == .reject && controls.decline?.text == "Reject Payment")
    #expect(controls.approve.kind == .button && controls.approve.text == "Approve Payment")
    #expect(controls.approve.counter == 10)
  }

  @Test(arguments: [
    (#"{"type": "LIST_ITEM", "text": "A"}"#, PreApprovalElement.Kind.listItem),
    (#"{"type": "HOLOGRAM", "text": "A"}"#, .unknown("HOLOGRAM")),
    (#"{"text": "A"}"#, .unknown("")),
    (
      #"{"type": "BUTTON", "text": "A", "action": "LINK", "href": "https://b.example"}"#,
      .button(.link("https://b.example"))
    ),
    (
      #"{"type": "BUTTON", "text": "A", "href": "https://b.example"}"#,
      .button(.link("https://b.example"))
    ),
    (
      #"{"type": "BUTTON", "text": "A", "action": "MAIL", "href": "a@b.example"}"#,
      .button(.mail("a@b.example"))
    ),
    (#"{"type": "BUTTON", "text": "A", "action": "REJECT"}"#, .button(.reject)),
    (#"{"type": "BUTTON", "text": "A", "action": "LINK"}"#, .button(.none)),
    (#"{"type": "BUTTON", "text": "A", "action": "FAX", "href": "1"}"#, .button(.none)),
  ])
  func `an element is read by its type, and kept as text where it is not known`(
    json: String, kind: PreApprovalElement.Kind
  ) throws {
    let page = try Self.page(#"{"type": "INFO", "elements": [\#(json)]}"#)
    #expect(page.elements.map(\.kind) == [kind])
    #expect(page.elements.map(\.text) == ["A"])
  }

  @Test(arguments: [
    "7", "null", "[]", #""text""#, "{}", #"{"type": "LIST_ITEM"}"#,
    #"{"type": "ALERT", "text": "  "}"#, #"{"type": "LIST_ITEM", "text": 7}"#,
    #"{"type": "BUTTON", "action": "REJECT"}"#,
  ])
  func `an element that says nothing is skipped alone`(json: String) throws {
    let page = try Self.page(
      #"{"type": "INFO", "elements": [\#(json), {"type": "LIST_ITEM", "text": "B"}]}"#)
    #expect(page.elements.map(\.text) == ["B"])
  }

  @Test func `a button without a text has its address for one`() throws {
    let page = try Self.page(
      #"{"elements": [{"type": "BUTTON", "action": "LINK", "href": "https://b.example"}]}"#)
    #expect(page.elements.map(\.text) == ["https://b.example"])
  }

  @Test(arguments: [
    ("{}", PreApprovalControls.Approve.Kind.button, 0), (#"{"approve": 7}"#, .button, 0),
    (#"{"approve": {"type": "SLIDER"}}"#, .slider, 0),
    (#"{"approve": {"type": "LEVER", "counter": 3}}"#, .button, 3),
    (#"{"approve": {"type": "BUTTON", "counter": -5}}"#, .button, 0),
    (#"{"approve": {"type": "BUTTON", "counter": 1.5}}"#, .button, 0),
    (#"{"approve": {"type": "BUTTON", "counter": 99999999999}}"#, .button, 600),
    (#"{"approve": {"type": "BUTTON", "counter": "9"}}"#, .button, 0),
  ])
  func `controls that cannot be read are a plain button at once`(
    json: String, kind: PreApprovalControls.Approve.Kind, counter: Int
  ) throws {
    let page = try Self.page(#"{"type": "INFO", "controls": \#(json)}"#)
    #expect(page.controls.approve.kind == kind)
    #expect(page.controls.approve.counter == counter)
  }

  @Test(
    arguments: [
      (#"{"type": "BACK", "text": "Go back"}"#, PreApprovalControls.Decline.Kind.back),
      (#"{"type": "REJECT"}"#, .reject), (#"{"type": "RUN"}"#, nil), ("{}", nil), ("7", nil),
    ] as [(String, PreApprovalControls.Decline.Kind?)])
  func `a way back that is not known is left to the program`(
    json: String, kind: PreApprovalControls.Decline.Kind?
  ) throws {
    let page = try Self.page(#"{"type": "INFO", "controls": {"decline": \#(json)}}"#)
    #expect(page.controls.decline?.kind == kind)
  }

  @Test func `the older form becomes the newer one`() throws {
    let ui = try Self.ui(
      """
      {"preApprovalScreen": {"type": "WARNING", "heading": "H", "message": "M",
       "items": ["One", 7, "", "Two"], "approvalType": "SLIDER"}}
      """)
    let page = try #require(ui.preApprovalScreens.first)
    #expect(page.id == "WARNING")
    #expect(page.elements.map(\.text) == ["One", "Two"])
    #expect(page.elements.allSatisfy { $0.kind == .listItem })
    #expect(page.controls.approve.kind == .slider)
    #expect(page.controls.decline == nil && !page.controls.isFlipped)
  }

  @Test func `a page without any text is never dropped`() throws {
    let ui = try Self.ui(
      #"{"preApprovalScreen": {"type": "WARNING", "approvalType": "SLIDER"}}"#)
    #expect(ui.preApprovalScreens.map(\.kind) == [.warning])
    #expect(ui.preApprovalScreens.map(\.heading) == [nil])
  }

  @Test(arguments: [
    (
      #"{"preApprovalScreens": [{"type": "INFO"}], "preApprovalScreen": {"type": "WARNING"}}"#,
      ["INFO"]
    ),
    (#"{"preApprovalScreens": [], "preApprovalScreen": {"type": "WARNING"}}"#, []),
    (#"{"preApprovalScreens": null, "preApprovalScreen": {"type": "WARNING"}}"#, ["WARNING"]),
    (#"{"preApprovalScreens": [7, null, {"id": "a"}, {}]}"#, ["WARNING", "a", "UNKNOWN"]),
    (#"{"preApprovalScreen": "WARNING"}"#, ["WARNING"]), ("{}", []), ("null", []), ("7", []),
  ])
  func `where the plural is present the singular does not count`(
    json: String, ids: [String]
  ) throws {
    #expect(try Self.ui(json).preApprovalScreens.map(\.id) == ids)
  }
}

/// Reading what comes after an approval.
@Suite struct PostApprovalTests {
  private static func screen(_ json: String) throws -> PostApprovalScreen? {
    try PreApprovalTests.ui(#"{"postApprovalScreen": \#(json)}"#).postApproval
  }

  @Test func `rows are read one by one`() throws {
    let screen = try Self.screen(
      """
      {"type": "REVIEW", "heading": "Done", "message": "All of it", "payload": {"attributes": [
       {"type": "KEY_VALUE", "id": "1", "label": "Paid", "value": "10 EUR"}, 7,
       {"type": "KEY_VALUE", "id": "2", "label": "No value"}]}}
      """)
    guard case .review(let attributes)? = screen?.content else {
      Issue.record("no review: \(String(describing: screen))")
      return
    }
    #expect(attributes.map(\.label) == ["Paid"])
    #expect(screen?.heading == "Done" && screen?.message == "All of it")
  }

  @Test(arguments: ["MERCHANT_REDIRECT", "REDIRECT"])
  func `a way to somewhere else is read under both its names`(type: String) throws {
    let screen = try Self.screen(
      """
      {"type": "\(type)", "payload":
       {"redirectText": "Shop", "redirectUrl": "https://shop.example/", "countdown": 5}}
      """)
    guard case .redirect(let redirect)? = screen?.content else {
      Issue.record("no redirect: \(String(describing: screen))")
      return
    }
    #expect(redirect.text == "Shop" && redirect.countdown == 5)
    #expect(redirect.address == "https://shop.example/")
  }

  @Test(
    arguments: [
      (
        #"{"type": "GENERIC", "payload": {"a": [1, true, null]}}"#,
        JSONValue.object(["a": [1, true, .null]])
      ),
      (#"{"type": "CONFETTI", "payload": "text"}"#, "text"),
      (#"{"heading": "Only this"}"#, [:]), (#"{"type": "GENERIC", "message": "M"}"#, [:]),
    ] as [(String, JSONValue)])
  func `every other kind is generic`(json: String, value: JSONValue) throws {
    #expect(try Self.screen(json)?.content == .generic(value))
  }

  @Test(arguments: [
    "7", "[]", #""REVIEW""#, "{}", #"{"type": "GENERIC", "payload": {}}"#,
    #"{"type": "REVIEW", "heading": "H"}"#, #"{"type": "REVIEW", "payload": []}"#,
    #"{"type": "REVIEW", "payload": {"attributes": {"a": 1}}}"#,
    #"{"type": "REVIEW", "payload": {"attributes": []}}"#,
    #"{"type": "REDIRECT", "heading": "H", "payload": {}}"#,
    #"{"type": "REDIRECT", "payload": {"redirectUrl": " "}}"#,
    #"{"type": "MERCHANT_REDIRECT", "payload": {"redirectUrl": 7}}"#,
  ])
  func `a bad payload is no page, and that is known`(json: String) throws {
    let ui = try PreApprovalTests.ui(#"{"postApprovalScreen": \#(json)}"#)
    #expect(ui.postApproval == nil)
    #expect(ui.hasUnreadablePostApproval)
  }

  @Test(arguments: ["{}", #"{"postApprovalScreen": null}"#])
  func `no page is no bad page`(json: String) throws {
    #expect(try !PreApprovalTests.ui(json).hasUnreadablePostApproval)
  }

  @Test(arguments: [("-3", 0), ("7", 7), ("99999", 600), (#""7""#, 0), ("null", 0)])
  func `a countdown has bounds`(json: String, seconds: Int) throws {
    let screen = try Self.screen(
      """
      {"type": "REDIRECT", "payload": {"redirectUrl": "https://a.example", "countdown": \(json)}}
      """)
    guard case .redirect(let redirect)? = screen?.content else {
      Issue.record("no redirect")
      return
    }
    #expect(redirect.countdown == seconds)
  }
}

/// What the bank learns of the pages that were seen.
@Suite struct ScreenVisitTests {
  private static let start = Date(timeIntervalSince1970: 1_782_736_867.25)

  private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

  @Test func `nothing recorded is nothing sent`() {
    #expect(ScreenVisits().mobileTokenData(at: Self.start) == nil)
  }

  @Test func `a visit has its times in milliseconds and how it ended`() {
    var visits = ScreenVisits()
    visits.begin("a", at: Self.at(0))
    visits.end("a", .proceed, at: Self.at(1.5))
    #expect(
      visits.mobileTokenData(at: Self.at(9)) == [
        "preApprovalScreens": [
          [
            "screen": "a", "timestampOpened": "2026-06-29T12:41:07.250Z",
            "timestampClosed": "2026-06-29T12:41:08.750Z", "action": "CONTINUE",
          ]
        ]
      ])
  }

  @Test func `beginning twice is one visit`() {
    var visits = ScreenVisits()
    visits.begin("a", at: Self.at(0))
    visits.begin("a", at: Self.at(1))
    #expect(visits.visits.map(\.opened) == [Self.at(0)])
  }

  @Test func `another page leaves the one before unclosed`() throws {
    var visits = ScreenVisits()
    visits.begin("a", at: Self.at(0))
    visits.begin("b", at: Self.at(1))
    let documents = try #require(
      visits.mobileTokenData(at: Self.at(2))?["preApprovalScreens"]?.array)
    #expect(documents.map { $0["screen"] } == ["a", "b"])
    #expect(documents[0]["timestampClosed"] == nil)
    #expect(documents[1]["timestampClosed"] == "2026-06-29T12:41:09.250Z")
    #expect(documents.allSatisfy { $0["action"] == nil })
  }

  @Test func `an end closes the latest visit of that page that is open`() {
    var visits = ScreenVisits()
    visits.begin("a", at: Self.at(0))
    visits.end("a", .back, at: Self.at(1))
    visits.begin("a", at: Self.at(2))
    visits.begin("b", at: Self.at(3))
    visits.end("a", .close, at: Self.at(4))
    visits.end("c", .reject, at: Self.at(5))
    #expect(visits.visits.map(\.action) == [.back, .close, nil])
  }

  @Test func `a page without a name is no visit`() {
    var visits = ScreenVisits()
    visits.begin("", at: Self.at(0))
    #expect(visits.visits.isEmpty)
  }

  @Test func `a clock that was set back ends no visit before it began`() {
    var visits = ScreenVisits()
    visits.begin("a", at: Self.at(5))
    visits.end("a", .scan, at: Self.at(0))
    let visit = visits.mobileTokenData(at: Self.at(0))?["preApprovalScreens"]?.array?.first
    #expect(visit?["timestampClosed"] == visit?["timestampOpened"])
    #expect(visit?["action"] == "SCAN")
  }
}

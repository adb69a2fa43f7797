import Testing

@testable import TokenModel

/// The bank's wishes for the list and for the page of an operation.
@Suite struct OperationTemplatesTests {
  static func operation(
    list: String = "null", detail: String = "null", title: String = "Title",
    message: String = "Message"
  ) throws -> UserOperation {
    let attributes = """
      [{"type":"HEADING","id":"head","label":"Payment"},
       {"type":"AMOUNT","id":"sum","label":"Sum","amount":1,"currency":"EUR",
        "valueFormatted":"€1.00"},
       {"type":"AMOUNT","id":"old","label":"Old","amountFormatted":"2,00","currency":"CZK"},
       {"type":"AMOUNT_CONVERSION","id":"rate","label":"Rate","sourceValueFormatted":"$1",
        "targetValueFormatted":"21 Kč"},
       {"type":"KEY_VALUE","id":"to","label":"To","value":"CZ55"},
       {"type":"NOTE","id":"note","label":"Note","note":"${sum}"},
       {"type":"PARTY_INFO","id":"party","label":"Payee","partyInfo":{"name":"Tesco"}},
       {"type":"IMAGE","id":"scan","label":"Scan","thumbnailUrl":"https://a.example/t.png"},
       {"type":"HOLOGRAM","id":"new","label":"New"},
       {"type":"KEY_VALUE","id":"to","label":"To again","value":"CZ56"}]
      """
    let json = """
      {"id":"1","name":"n","data":"A0","formData":{"title":"\(title)","message":"\(message)",
       "attributes":\(attributes)},"ui":{"templates":{"list":\(list),"detail":\(detail)}}}
      """
    return try UserOperation(JSONValue(parsing: Array(json.utf8)))
  }

  @Test(
    arguments: [
      ("${sum}", "€1.00"), ("To ${to}: ${sum}", "To CZ55: €1.00"), ("${old}", "2,00 CZK"),
      ("${rate}", "$1 → 21 Kč"), ("${head}!", "Payment!"), ("No place", "No place"), ("", ""),
      ("cost $5 {to}", "cost $5 {to}"), ("open ${to", "open ${to"), ("$${to}", "$CZ55"),
      // What was put in is not looked at again.
      ("${note}", "${sum}"),
      // One place that nothing fills makes the whole text nothing.
      ("${sum} ${gone}", nil), ("${party}", nil), ("${scan}", nil), ("${new}", nil), ("${}", nil),
    ] as [(String, String?)])
  func `a row's header is filled in, or is nothing at all`(text: String, expected: String?) throws {
    let entry = try Self.operation(list: "{\"header\":\"\(text)\"}").listEntry
    #expect(entry.header == expected)
  }

  @Test(arguments: [
    (#"{"title":"${to}","message":"${gone}"}"#, "CZ55", "Message"),
    (#"{"title":7,"message":"m"}"#, "Title", "m"),
    ("null", "Title", "Message"), ("[]", "Title", "Message"), ("{}", "Title", "Message"),
  ])
  func `title and message fall back to the form's`(
    list: String, title: String?, message: String?
  ) throws {
    let entry = try Self.operation(list: list).listEntry
    #expect(entry.title == title)
    #expect(entry.message == message)
  }

  @Test func `an empty text of the form is no fallback`() throws {
    let entry = try Self.operation(
      list: #"{"title":"${gone}","message":"${gone}"}"#, title: "", message: ""
    ).listEntry
    #expect(entry.title == nil)
    #expect(entry.message == nil)
  }

  @Test(arguments: [
    (#"{"image":"scan"}"#, "https://a.example/t.png"), (#"{"image":"sum"}"#, nil),
    (#"{"image":"gone"}"#, nil), (#"{"image":1}"#, nil),
  ])
  func `a row's picture is the thumbnail of an image`(list: String, image: String?) throws {
    #expect(try Self.operation(list: list).listEntry.image == image)
  }

  static let everything = [
    "@head", "@sum", "@old", "@rate", "@to", "@note", "@party", "@scan", "@new", "@to",
  ]

  /// A section as text: its title with a colon, then its cells.
  static func sections(_ detail: String) throws -> [[String]] {
    try operation(detail: detail).detailSections.map { section in
      let cells = section.cells.map { cell in
        switch cell {
        case .title(let text): "title " + text
        case .message(let text): "message " + text
        case .attribute(let attribute, _): "@" + attribute.id
        }
      }
      return (section.title.map { [$0 + ":"] } ?? []) + cells
    }
  }

  private static let header = ["title Title", "message Message"]
  private static func rest(without names: String...) -> [String] {
    var rest = everything
    for name in names { rest.remove(at: rest.firstIndex(of: name) ?? 0) }
    return rest
  }

  static let layouts: [(String, [[String]])] = [
    // No template, or one without sections.
    ("null", [header, everything]), ("7", [header, everything]), ("{}", [header, everything]),
    (#"{"showTitleAndMessage":false}"#, [header, everything]),
    (#"{"sections":{}}"#, [header, everything]), (#"{"sections":[]}"#, [header, everything]),
    // Sections in order, and what is left.
    (
      #"{"sections":[{"title":"head","cells":[{"name":"sum"},{"name":"to"}]}]}"#,
      [header, ["Payment:", "@sum", "@to"], rest(without: "@head", "@sum", "@to")]
    ),
    (
      #"{"showTitleAndMessage":false,"sections":[{"cells":[{"name":"sum"}]}]}"#,
      [["@sum"], rest(without: "@sum")]
    ),
    (
      #"{"showTitleAndMessage":"no","sections":[]}"#, [header, everything]
    ),
    // Once only: the second cell of a name takes the second attribute of that name, a third none.
    (
      #"{"sections":[{"cells":[{"name":"to"},{"name":"to"},{"name":"to"},{"name":"gone"}]}]}"#,
      [header, ["@to", "@to"], rest(without: "@to", "@to")]
    ),
    // Bad cells and sections are skipped.
    (
      #"{"sections":[7,{"cells":[{},{"name":7},"sum",{"name":"sum"}]},{"cells":{},"title":1}]}"#,
      [header, ["@sum"], [], rest(without: "@sum")]
    ),
    // A title that is more than a heading stays in full in the last section.
    (
      #"{"sections":[{"title":"sum","cells":[{"name":"sum"},{"name":"note"}]}]}"#,
      [header, ["Sum:", "@note"], rest(without: "@note")]
    ),
    (
      #"{"sections":[{"title":"gone","cells":[]}]}"#, [header, [], everything]
    ),
  ]

  @Test(arguments: layouts)
  func `a page is put together from its template`(detail: String, expected: [[String]]) throws {
    #expect(try Self.sections(detail) == expected)
  }

  @Test func `a page whose attributes all have a place has no last section`() throws {
    let names = Self.everything.map { #"{"name":"\#($0.dropFirst())"}"# }.joined(separator: ",")
    #expect(
      try Self.sections(#"{"sections":[{"cells":[\#(names)]}]}"#) == [
        Self.header, Self.everything,
      ])
  }

  @Test(
    arguments: [
      (
        #""visibleTitle":false,"canCopy":true,"collapsable":"COLLAPSED","centered":true,"style":"s""#,
        [false, true, true], .folded, "s"
      ),
      (#""collapsable":"YES""#, [nil, nil, nil], .open, nil),
      (#""collapsable":"NO""#, [nil, nil, nil], .never, nil),
      (
        #""visibleTitle":"no","canCopy":1,"collapsable":"MAYBE","centered":null,"style":7"#,
        [nil, nil, nil], nil, nil
      ),
    ] as [(String, [Bool?], CellTemplate.Folding?, String?)])
  func `a cell's badly typed members count as absent`(
    members: String, flags: [Bool?], folding: CellTemplate.Folding?, style: String?
  ) throws {
    let json = try JSONValue(parsing: Array(#"{"name":"x",\#(members)}"#.utf8))
    let cell = try #require(CellTemplate(json))
    #expect([cell.showsTitle, cell.canCopy, cell.isCentered] == flags)
    #expect(cell.folding == folding)
    #expect(cell.style == style)
  }

  @Test(arguments: ["null", "7", "[]", #""x""#])
  func `templates of the wrong type harm nothing`(json: String) throws {
    let source = """
      {"id":"1","name":"n","data":"A0","formData":{"title":"T"},
       "ui":{"flipButtons":true,"templates":\(json)}}
      """
    let operation = try UserOperation(JSONValue(parsing: Array(source.utf8)))
    #expect(operation.ui.templates == nil)
    #expect(operation.ui.flipsButtons)
    #expect(operation.detailSections.count == 1)
  }
}

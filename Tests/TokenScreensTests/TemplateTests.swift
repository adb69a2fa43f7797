import Testing
import TokenModel

@testable import TokenScreens

/// Operations that the bank lays out itself: nothing of them is hidden from who signs.
@Suite struct TemplateTests {
  /// A page of `attributes` after a detail template.
  static func detail(
    _ detail: JSONValue, _ attributes: [JSONValue], data: String = "A0", message: String = ""
  ) -> Stage {
    Stage.detail(operation(detail, attributes, data: data, message: message))
  }

  static func operation(
    _ detail: JSONValue, _ attributes: [JSONValue], data: String = "A0", message: String = ""
  ) -> UserOperation {
    .make(
      id: "op", data: data, title: "Payment", message: message, attributes: attributes,
      ui: ["templates": ["detail": detail]])
  }

  static func value(_ id: JSONValue, _ value: JSONValue) -> JSONValue {
    ["type": "KEY_VALUE", "id": id, "label": id, "value": value]
  }

  static func section(_ cells: JSONValue...) -> JSONValue {
    ["sections": [["cells": .array(cells)]]]
  }

  private static func styles(_ detail: JSONValue) -> [Style] {
    let operation = operation(detail, [value("a", "b")])
    return OperationText.sections(operation).flatMap(\.rows).filter { $0.label.text == "a" }
      .flatMap { $0.lines(width: 20).map(\.style) }
  }

  @Test(
    arguments: [
      ("POSITIVE", Style(.success)), ("negative", Style(.danger)), ("WARNING", Style(.warning)),
      ("MONEY", Style(.money, .bold)), ("IMPORTANT", Style(.text, .bold)), ("NEON", .plain),
      (7, .plain), (.null, .plain),
    ] as [(JSONValue, Style)])
  func `a cell is drawn in the style that the bank has named`(word: JSONValue, style: Style) {
    let cell: JSONValue = ["name": "a", "style": word]
    #expect(Self.styles(["sections": [["cells": [cell]]]]) == [style])
    let section: JSONValue = ["style": word, "cells": [["name": "a"]]]
    #expect(Self.styles(["sections": [section]]) == [style], "a section's style is its cells'")
    let both: JSONValue = ["style": "WARNING", "cells": [cell]]
    #expect(Self.styles(["sections": [both]]) == [style == .plain ? Style(.warning) : style])
  }

  @Test func `what is folded is read before anything is approved`() {
    var stage = Stage.detail(.templated)
    #expect(!stage.shows("Flat 12"))
    #expect(stage.shows("▸ 1 folded"))
    stage.press("a")
    #expect(stage.shows("Read what is folded first: z opens it."))
    #expect(!stage.shows("PIN  "))
    stage.press("z")
    #expect(stage.shows("Flat 12, Long Street"))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `what was open and read may be folded again`() {
    var stage = Stage.detail(.templated)
    stage.press("z", "z")
    #expect(!stage.shows("Flat 12"))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a long folded note is read to its end`() {
    let note = (1...60).map { "Line \($0)" }.joined(separator: "\n")
    var stage = Self.detail(
      Self.section(["name": "note", "collapsable": "COLLAPSED"]),
      [["type": "NOTE", "id": "note", "label": "Note", "note": .string(note)]])
    #expect(stage.shows("60 lines folded, z opens"))
    stage.press("z", "a")
    #expect(stage.shows("Read to the end first"))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a cell that is open at first can be folded once it was read`() {
    var stage = Self.detail(
      Self.section(["name": "x", "collapsable": "YES"]), [Self.value("x", "Something")])
    #expect(stage.shows("▾ x"))
    #expect(stage.shows("Something"))
    stage.press("z")
    #expect(!stage.shows("Something"))
    stage.press("a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a value is copied as it is shown, and only when it is asked for`() {
    var stage = Stage.detail(.templated)
    #expect(stage.effects.isEmpty)
    stage.press("y")
    #expect(stage.effects == [.copy("CZ55 0800 0000 0012 3456 7899")])
    #expect(stage.shows("To account: given to your terminal's clipboard."))
  }

  @Test func `what is copied carries nothing that is not seen`() {
    var stage = Self.detail(
      Self.section(["name": "x", "canCopy": true]), [Self.value("x", "a\u{1B}[0m\u{202E}b")])
    stage.press("y")
    #expect(stage.effects == [.copy("a\u{241B}[0m\u{FFFD}b")])
  }

  @Test func `tab marks one row after the other, and the keys act on the marked one`() {
    var stage = Self.detail(
      Self.section(
        ["name": "x", "canCopy": true, "collapsable": "YES"], ["name": "y", "canCopy": true]),
      [Self.value("x", "First"), Self.value("y", "Second")])
    stage.press("y")
    #expect(stage.effects == [.copy("First")])
    stage.press(.tab, "y")
    #expect(stage.effects == [.copy("Second")])
    stage.press(.tab, "z")
    #expect(!stage.shows("First"))
    stage.press(.backTab, "y")
    #expect(stage.effects == [.copy("Second")])
  }

  @Test func `a key acts on a row beyond the screen, and brings it there`() {
    let rows = (1...60).map { Self.value(.string("row \($0)"), "v") }
    var stage = Self.detail(
      Self.section(["name": "row 50"], ["name": "last", "collapsable": "COLLAPSED"]),
      rows + [Self.value("last", "The very last")])
    stage.press(.end, "z")
    #expect(stage.shows("The very last"))
  }

  @Test func `a click marks a row, and another one folds it`() {
    var stage = Stage.detail(.templated)
    stage.click("▸ Note")
    #expect(!stage.shows("Flat 12"))
    stage.click("▸ Note")
    #expect(stage.shows("Flat 12"))
  }

  @Test func `where nothing can be folded or copied there are no keys for it`() {
    var stage = Stage.detail(.payment)
    stage.press("z", "y", .tab)
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Utility Bill Payment"))
    #expect(!stage.shows("▌"))
  }

  @Test func `texts that the bank keeps off its page can be looked at, and need not be`() {
    var stage = Self.detail(
      ["showTitleAndMessage": false, "sections": [["cells": [["name": "x"]]]]],
      [Self.value("x", "Value")], message: "Hidden words")
    #expect(!stage.shows("Hidden words"))
    #expect(stage.shows("▸ Title and message"))
    stage.press("z")
    #expect(stage.shows("Hidden words"))
    stage.press("z", "a")
    #expect(stage.shows("PIN  ○"))
  }

  @Test func `a section's title takes no amount off the page`() {
    let stage = Self.detail(
      ["sections": [["title": "sum", "cells": [["name": "x"]]]]],
      [Self.value("x", "Value"), UserOperation.amount("sum", "Amount", 9, "EUR", "9.00 EUR")])
    #expect(stage.shows("AMOUNT"))
    #expect(stage.shows("9.00 EUR"))
  }

  /// Whatever a template does to an amount, another one that is signed is told.
  @Test(
    arguments: [
      ["sections": [["title": "sum"]]],
      ["sections": [["cells": [["name": "sum", "collapsable": "COLLAPSED"]]]]],
      ["sections": [["cells": [["name": "sum", "visibleTitle": false]]]]],
      ["showTitleAndMessage": false, "sections": []],
    ] as [JSONValue])
  func `a template hides no difference from what is signed`(detail: JSONValue) {
    let attributes = [UserOperation.amount("sum", "Amount", 9, "EUR", "9.00 EUR")]
    var stage = Self.detail(detail, attributes, data: "A1*A900EUR")
    #expect(stage.shows("✗ What is signed differs from what is shown."))
    #expect(stage.shows("Amount signed: 900 EUR"))
    stage.press("z")
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("Going on signs what is signed"))
  }

  @Test func `a message off the page shows nothing of what is signed`() {
    let hidden: JSONValue = ["showTitleAndMessage": false, "sections": [["cells": []]]]
    func verdict(_ detail: JSONValue) -> DataComparison.Verdict {
      DataComparison(Self.operation(detail, [], data: "A1*NRent", message: "Rent")).verdict
    }
    #expect(verdict(.null) == .matches)
    #expect(verdict(hidden) == .unclear)
  }

  @Test func `a change of the operation folds anew, and is read anew`() {
    var stage = Stage.detail(.templated)
    stage.press("z")
    let form = UserOperation.templated.source["formData"] ?? .null
    let changed = try? UserOperation(
      UserOperation.templated.source.setting(
        "formData", to: form.setting("message", to: "Other words.")))
    stage.receive([changed].compactMap { $0 })
    #expect(stage.shows("Your bank has changed this operation."))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("Read what is folded first"))
  }

  @Test func `another width keeps what is folded`() {
    var stage = Stage.detail(.templated)
    stage.press("z")
    stage.resize(columns: 60, rows: 24)
    #expect(stage.shows("Flat 12"))
    stage.press("z")
    stage.resize(columns: 100, rows: 24)
    #expect(!stage.shows("Flat 12"))
  }

  @Test func `a row of the list is written after its template`() {
    let stage = Stage.operations([.templated])
    #expect(stage.shows("1 250.00 EUR to Jane Landlady"))
    #expect(stage.shows("Payment · Rent for May Flat 12, Long Street"))
  }
}

import FoundationEssentials
import TokenModel
import TokenScreens

/// A page of a thousand rows, and one with a note of 64 KiB: opening it, and each key on it.
enum PageBench {
  static func run(_ report: Report) throws {
    report.heading("Page of an operation, state to picture")
    let rows = (1...1000).map { number -> JSONValue in
      [
        "type": "KEY_VALUE", "id": .string("row\(number)"), "label": .string("Row \(number)"),
        "value": .string("Value of the row with the number \(number)"),
      ]
    }
    let words = String(repeating: "words of a note ", count: 4096)
    let note: JSONValue = ["type": "NOTE", "id": "note", "label": "Note", "note": .string(words)]
    _ = try walk(rows)  // The first pictures pay for what is set up once.
    for (name, attributes) in [("1,000 rows", rows), ("a note of 64 KiB", [note])] {
      let times = try walk(attributes)
      report.row("\(name), opened", times.opened / 1e6, .milliseconds)
      report.row("\(name), slowest key", times.slowest / 1e6, .milliseconds, target: 5)
    }
  }

  private static func walk(_ attributes: [JSONValue]) throws -> (opened: Double, slowest: Double) {
    var tick: Int64 = 0
    func moment() -> Moment {
      tick += 1000
      return Moment(serverTime: ListBench.start, monotonicMilliseconds: tick)
    }
    var state = try ListBench.activated(moment())
    func send(_ action: AppAction) {
      _ = App.reduce(&state, action)
      _ = App.view(state, at: moment())
      _ = App.reduce(&state, .painted(at: moment()))
    }
    let list = OperationList(operations: [try operation(attributes)])
    send(.event(.polling(.list(list, at: ListBench.start)), at: moment()))
    let opened = Stopwatch.time { send(.input(.key(.enter), at: moment())) }
    let keys: [Key] = [.down, .pageDown, .end, .up, "z", "z", .tab, .home, "a"]
    let times = keys.map { key in
      Stopwatch.median(runs: 21) { send(.input(.key(key), at: moment())) }
    }
    return (Double(opened), times.max() ?? 0)
  }

  /// Its first row can be folded.
  private static func operation(_ attributes: [JSONValue]) throws -> UserOperation {
    let cell: JSONValue = ["name": attributes[0]["id"] ?? .null, "collapsable": "YES"]
    return try UserOperation([
      "id": "operation", "name": "authorize_payment", "data": "A1*A5EUR", "status": "PENDING",
      "allowedSignatureType": ["type": "2FA", "variants": ["possession_knowledge"]],
      "formData": ["title": "Confirm payment", "attributes": .array(attributes)],
      "ui": ["templates": ["detail": ["sections": [["cells": [cell]]]]]],
    ])
  }
}

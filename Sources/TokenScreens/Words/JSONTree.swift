import TokenModel

/// A JSON document as lines for people, outer members first, inner ones indented.
///
/// Every text has passed the gate for shown text.
struct JSONTree: Equatable, Sendable {
  struct Line: Equatable, Sendable {
    let depth: Int
    let label: String
    /// Nil for a line that only heads those below it.
    let value: String?
  }

  private(set) var lines: [Line] = []

  init(_ value: JSONValue) { add(value, depth: 0) }

  private mutating func add(_ value: JSONValue, depth: Int) {
    switch value {
    case .object(let members):
      for member in members.sorted(by: { $0.key < $1.key }) {
        add(member.value, labelled: DisplayText(member.key).singleLine, depth: depth)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        add(element, labelled: String(index + 1), depth: depth)
      }
    case .null, .bool, .number, .string:
      lines.append(Line(depth: depth, label: "", value: Self.text(value)))
    }
  }

  private mutating func add(_ value: JSONValue, labelled label: String, depth: Int) {
    if let text = Self.text(value) {
      lines.append(Line(depth: depth, label: label, value: text))
    } else {
      lines.append(Line(depth: depth, label: label, value: nil))
      add(value, depth: depth + 1)
    }
  }

  /// What fits beside a label; nil for what needs lines of its own.
  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .null: return say("values.none")
    case .bool(let flag): return flag ? say("values.yes") : say("values.no")
    case .number(let number): return number.description
    case .string(let text): return text.isEmpty ? say("values.empty") : DisplayText(text).text
    case .array(let elements):
      let texts = elements.compactMap { $0.object == nil && $0.array == nil ? text($0) : nil }
      guard texts.count == elements.count else { return nil }
      return texts.isEmpty ? say("values.none") : texts.joined(separator: ", ")
    case .object(let members): return members.isEmpty ? say("values.none") : nil
    }
  }
}

extension TextPage {
  mutating func tree(_ tree: JSONTree) {
    let labels = tree.lines.map { String(repeating: "  ", count: $0.depth) + $0.label }
    let columns = Self.labelColumns(labels, width: width)
    for (line, label) in zip(tree.lines, labels) {
      if let value = line.value {
        pair(label, value, labelColumns: columns)
      } else {
        text(line.label, Style(.title, .bold), indent: line.depth * 2)
      }
    }
  }
}

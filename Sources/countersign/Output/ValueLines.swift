import TokenModel

/// Any JSON object for people: a name and its value in each line, further levels indented.
///
/// The values are a server's; the console makes them harmless when it prints them.
enum ValueLines {
  static func lines(_ value: JSONValue, indentation: String = "") -> [String] {
    (value.object ?? [:]).sorted { $0.key < $1.key }.flatMap { name, value in
      member(name, value, indentation)
    }
  }

  private static func member(_ name: String, _ value: JSONValue, _ indentation: String) -> [String]
  {
    let label = indentation + line(name)
    switch value {
    case .null: return []
    case .object: return [label] + lines(value, indentation: indentation + "  ")
    case .array(let elements):
      return ["\(label)  " + elements.map(text).joined(separator: ", ")]
    case .string, .bool, .number: return ["\(label)  " + text(value)]
    }
  }

  private static func text(_ value: JSONValue) -> String {
    guard let text = value.string else { return String(decoding: value.bytes(), as: UTF8.self) }
    return line(text)
  }

  /// A server's line break must not begin a line that looks like ours.
  private static func line(_ text: String) -> String { DisplayText(text).singleLine }
}

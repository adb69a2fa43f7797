import Resources
import Synchronization
import TokenModel

/// The name of a text in the language tables: `section.key`.
public struct Phrase: ExpressibleByStringLiteral, Hashable, Sendable {
  public let name: String

  public init(stringLiteral name: String) { self.name = name }
}

/// A text in the present language, with `values` put into its `{places}`.
public func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
  Phrasebook.text(phrase.name, Language.current, values)
}

/// The form of a counted text that goes with `count`, which also fills the place `{count}`.
public func say(
  _ phrase: Phrase, count: Int, _ values: KeyValuePairs<String, String> = [:]
) -> String {
  let language = Language.current
  return Phrasebook.text(
    phrase.name + "." + language.plural(count).rawValue, language, values, count: count)
}

/// The language tables, read section by section when the first of its texts is wanted.
enum Phrasebook {
  private static let tables = Mutex<[Language: [Substring: [Substring: String]]]>([:])

  /// The name itself where there is no such text, so that nothing is ever blank.
  static func text(
    _ name: String, _ language: Language, _ values: KeyValuePairs<String, String>,
    count: Int? = nil
  ) -> String {
    let section = name.prefix { $0 != "." }
    let key = name.dropFirst(section.count + 1)
    let text = tables.withLock { tables in
      if let table = tables[language]?[section] { return table[key] }
      let table = read(section, language)
      tables[language, default: [:]][section] = table
      return table[key]
    }
    guard let text else { return name }
    guard text.contains("{") else { return text }
    return filled(text, values, count)
  }

  /// All texts of a section by key.
  static func read(_ section: Substring, _ language: Language) -> [Substring: String] {
    guard let table = LanguageResources.sections[String(section)] else { return [:] }
    let lines = (language == .czech ? table.czech : table.english).split(separator: "\n")
    return Dictionary(
      lines.compactMap { line in
        guard let mark = line.firstRange(of: " = ") else { return nil }
        return (line[..<mark.lowerBound], unescaped(line[mark.upperBound...]))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func unescaped(_ text: Substring) -> String {
    text.contains(escape) ? String(text).replacing(lineBreak, with: "\n") : String(text)
  }

  private static let escape: Character = "\u{5C}"
  /// As it stands in a table.
  private static let lineBreak = "\(escape)n"

  /// One pass: what was put in is not looked at again; an unknown place stays as it is.
  private static func filled(
    _ text: String, _ values: KeyValuePairs<String, String>, _ count: Int?
  ) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let place = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      if let value = values.first(where: { $0.key == place })?.value {
        result += value
      } else if place == "count", let count {
        result += String(count)
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

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
    let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let (section, key) = (name[..<dot], Substring(name[dot...].utf8.dropFirst()))
    let text = tables.withLock { tables in
      if let table = tables[language]?[section] { return table[key] }
      let table = read(section, language)
      tables[language, default: [:]][section] = table
      return table[key]
    }
    guard let text else { return name }
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    return filled(text, values, count)
  }

  /// All texts of a section by key.
  ///
  /// Read as bytes: most sections are read before the first frame, since the command line is described
  /// in them, and grapheme by grapheme that took as long as all the rest.
  static func read(_ section: Substring, _ language: Language) -> [Substring: String] {
    guard let table = LanguageResources.sections[String(section)] else { return [:] }
    let lines = (language == .czech ? table.czech : table.english).utf8
      .split(separator: UInt8(ascii: "\n"))
    var texts: [Substring: String] = [:]
    texts.reserveCapacity(lines.count)
    for line in lines {
      guard let mark = line.firstIndex(of: UInt8(ascii: " ")),
        line[mark...].starts(with: separator)
      else { continue }
      let text = line[mark...].dropFirst(separator.count)
      texts[Substring(line[..<mark])] = unescaped(text)
    }
    return texts
  }

  /// Between a key and its text.
  private static let separator = Array(" = ".utf8)

  private static func unescaped(_ text: Substring.UTF8View) -> String {
    let text = String(Substring(text))
    return text.utf8.contains(escape) ? text.replacing(lineBreak, with: "\n") : text
  }

  private static let escape = UInt8(ascii: "\u{5C}")
  /// As it stands in a table.
  private static let lineBreak = "\u{5C}n"

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

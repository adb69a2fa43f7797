import Foundation
import Resources
import Testing
import TokenModel

@testable import TokenScreens

/// The language tables against the source, and against each other.
@Suite struct LanguageTests {
  private static let sections = LanguageResources.sections.keys.sorted()

  @Test(arguments: sections)
  func `all languages say the same things`(section: String) {
    let english = Self.table(section, .english)
    let czech = Self.table(section, .czech)
    #expect(Set(english.keys.map(Self.stem)) == Set(czech.keys.map(Self.stem)))
    for language in Language.allCases {
      let table = Self.table(section, language)
      for key in table.keys where Self.stem(key) != key {
        for form in language.plurals {
          #expect(table["\(Self.stem(key)).\(form.rawValue)"] != nil, "\(section).\(key)")
        }
      }
    }
  }

  @Test(arguments: sections)
  func `a text has the same places in all languages`(section: String) {
    let czech = Self.table(section, .czech)
    for (key, text) in Self.table(section, .english) {
      guard let other = czech[key] else { continue }
      #expect(Self.places(text) == Self.places(other), "\(section).\(key)")
    }
  }

  @Test(arguments: sections, Language.allCases)
  func `no line of a table is lost`(section: String, language: Language) throws {
    let table = try #require(LanguageResources.sections[section])
    let lines = (language == .czech ? table.czech : table.english).split(separator: "\n")
    #expect(Self.table(section, language).count == lines.count)
  }

  @Test func `every phrase of the source stands in the tables, and no other`() throws {
    let used = try Self.phrases()
    let known = Set(
      Self.sections.flatMap { section in
        Self.table(section, .english).keys.map { "\(section).\(Self.stem($0))" }
      })
    #expect(used.subtracting(known).sorted() == [])
    #expect(known.subtracting(used).sorted() == [])
  }

  @Test func `a counted text takes the form of its number`() {
    #expect(
      [1, 2, 4, 5, 0, 22, -1].map(Language.czech.plural) == [
        .one, .few, .few, .other, .other, .other, .one,
      ])
    #expect([1, 2, 0].map(Language.english.plural) == [.one, .other, .other])
  }

  @Test(arguments: [
    ("cs-CZ,en;q=0.5", Language.czech), ("de, en;q=0.3, cs;q=0.7", .czech), ("en", .english),
    ("de", nil), ("cs;q=0, en;q=0.1", .english), ("", nil), ("CS", .czech),
  ])
  func `the first language that we speak is taken`(preferences: String, language: Language?) {
    #expect(Language(preferences: preferences) == language)
  }

  @Test(arguments: [
    ("cs_CZ.UTF-8", Language.czech), ("en_US", .english), ("C", nil), ("POSIX", nil),
    ("cs", .czech),
  ])
  func `a locale names its language`(locale: String, language: Language?) {
    #expect(Language(locale: locale) == language)
  }
}

extension LanguageTests {
  private static func table(_ section: String, _ language: Language) -> [String: String] {
    let pairs = Phrasebook.read(section[...], language).map { (String($0.key), $0.value) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The key without the plural form.
  private static func stem(_ key: String) -> String {
    for form in Plural.allCases where key.hasSuffix("." + form.rawValue) {
      return String(key.dropLast(form.rawValue.count + 1))
    }
    return key
  }

  private static func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([a-z-]+)\}/).map { String($0.output.1) })
  }

  /// All texts that the source asks for.
  private static func phrases() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    var found: Set<String> = []
    for room in ["TokenScreens", "countersign", "TokenApp"] {
      let files = FileManager.default.enumerator(
        at: root.appending(path: room), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /"([a-z-]+)\.([a-z0-9.-]+)"/)
        where sections.contains(String(match.output.1)) {
          found.insert("\(match.output.1).\(match.output.2)")
        }
        for match in text.matches(of: /say\(\s*"([^"]+)"/) { found.insert(String(match.output.1)) }
      }
    }
    return found
  }
}

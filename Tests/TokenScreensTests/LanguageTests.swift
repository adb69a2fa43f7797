import Foundation
import Resources
import Testing
import TokenModel

@testable import TokenScreens

/// The language tables against the source, and against each other.
@Suite struct LanguageTests {
  static let sections = LanguageResources.sections.keys.sorted()

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
      Self.sections.filter { $0 != "reasons" }.flatMap { section in
        Self.table(section, .english).keys.map { "\(section).\(Self.stem($0))" }
      })
    #expect(used.subtracting(known).sorted() == [])
    #expect(known.subtracting(used).sorted() == [])
  }

  @Test(arguments: sections)
  func `a text is not left in the other language`(section: String) {
    let czech = Self.table(section, .czech)
    for (key, text) in Self.table(section, .english) where czech[key] == text {
      let words = text.replacing(/\{[a-z-]+\}/, with: "").split { !$0.isLetter }.map(String.init)
      let strange = words.filter { $0.count > 2 && !Self.shared.contains($0) }
      #expect(strange == [], "\(section).\(key) = \(text)")
    }
  }

  /// A hash, the number to compare and the finger were once all called the same.
  @Test(arguments: sections)
  func `Czech says otisk of a finger or a certificate only, and scans its codes`(section: String) {
    for (key, text) in Self.table(section, .czech) {
      let word = text.firstMatch(of: /[Oo]tisk/) != nil
      #expect(
        !word || text.firstMatch(of: /prst|certifikát/) != nil, "\(section).\(key) = \(text)")
      #expect(text.firstMatch(of: /[Ss]ejm/) == nil, "\(section).\(key) = \(text)")
    }
  }

  @Test func `the rooms below give the reasons of the tables, and the system a few`() throws {
    var source = ""
    for room in ["DeviceUnlock", "HTTPTransport", "TokenStorage", "TokenCore"] {
      try Self.files(of: room) { source += $1 }
    }
    for (key, text) in Self.table("reasons", .english)
    where text.first?.isLowercase == true && key != "no-certificate-system" {
      let parts = text.split(separator: /\{[a-z]+\}/).map(String.init)
      #expect(parts.allSatisfy(source.contains), "reasons.\(key)")
    }
  }

  @Test(arguments: [
    ("connection refused", "spojení bylo odmítnuto"), ("something new", "something new"),
    (
      "fprintd-verify is not installed (Debian package fprintd)",
      "program fprintd-verify není nainstalován (balíček Debianu fprintd)"
    ),
    (
      "no certificate can be read from the system's store",
      "z úložiště systému nelze přečíst žádný certifikát"
    ),
    ("the keyring refused: {text}", "klíčenka odmítla: {text}"),
  ])
  func `a reason of the rooms below is told in the language`(reason: String, czech: String) {
    #expect(Language.$current.withValue(.czech) { ReasonWords.text(reason) } == czech)
    #expect(ReasonWords.text(reason) == reason)
  }

  @Test func `no sentence stands in the source of the interface`() throws {
    var found: [String] = []
    for room in ["TokenScreens", "TokenApp", "TerminalUI"] {
      try Self.files(of: room) { name, text in
        for line in text.split(separator: "\n") {
          found += Self.literals(line).filter(Self.isProse).map { "\(name): \($0)" }
        }
      }
    }
    #expect(found.sorted() == [])
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

  /// Words that both languages have: names, abbreviations, commands.
  private static let shared: Set = [
    "PowerAuth", "PIN", "PUK", "PUKs", "Server", "server", "sandbox", "offline", "Offline", "SHA",
    "Base", "JSON", "HTTP", "QR", "countersign", "English", "Čeština", "mail", "Profil", "data",
    "Data", "Countersign", "token", "Token", "BIC", "Reference", "IBAN", "OTP", "URL", "TOML",
    "Web", "Text", "Stop",
  ]

  /// What stands in a literal and is no text for people: names of programs and keys, grammar of
  /// files and requests.
  private static let technical: Set = [
    "End",
    "Countersign", "Space", "Shift-Tab", "Backspace", "Home", "PowerAuth ", "Del", "Ins", "Tab",
    "Esc",
    "PgUp", "PgDn",
  ]

  private static func isProse(_ literal: String) -> Bool {
    guard !technical.contains(literal) else { return false }
    let isSentence = literal.contains(" ") && literal.firstMatch(of: /[a-z]{3}/) != nil
    return isSentence || literal.wholeMatch(of: /[A-Z][a-z]{2,}[.:]?/) != nil
  }

  /// The string literals of a line, without what is interpolated; comments hold none.
  private static func literals(_ line: some StringProtocol) -> [String] {
    var (found, current, depth): ([String], String?, Int) = ([], nil, 0)
    var previous: Character = " "
    for character in line {
      switch (character, current) {
      case ("/", nil) where previous == "/": return found
      case ("(", .some) where previous == "\\" || depth > 0: depth += 1
      case (")", .some) where depth > 0: depth -= 1
      case (_, .some) where depth > 0: break
      case ("\"", .some(let text)) where previous != "\\": (found, current) = (found + [text], nil)
      case ("\"", nil): current = ""
      case (_, .some(let text)): current = text + String(character)
      case (_, nil): break
      }
      previous = character
    }
    return found
  }

  /// All texts that the source asks for.
  private static func phrases() throws -> Set<String> {
    var found: Set<String> = []
    for room in ["TokenScreens", "countersign", "TokenApp"] {
      try files(of: room) { _, text in
        for match in text.matches(of: /"([a-z-]+)\.([a-z0-9.-]+)"/)
        where sections.contains(String(match.output.1)) {
          found.insert("\(match.output.1).\(match.output.2)")
        }
        for match in text.matches(of: /say\(\s*"([^"]+)"/) { found.insert(String(match.output.1)) }
      }
    }
    return found
  }

  /// Each source file of `room`: its name and its text.
  private static func files(of room: String, _ body: (String, String) -> Void) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(
      at: root.appending(path: room), includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      body(file.lastPathComponent, try String(contentsOf: file, encoding: .utf8))
    }
  }
}

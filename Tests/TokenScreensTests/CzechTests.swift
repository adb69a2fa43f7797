import Testing
import TokenModel

@testable import TokenScreens

/// Every page and every failure in Czech.
@Suite struct CzechTests {
  static let windows = [(80, 24), (40, 12)]

  /// The pages that everybody sees.
  static let main = [
    "welcome", "settings", "status", "help", "palette", "pin-wrong", "inbox", "message",
    "offline-code", "waiting", "remove-here", "operations", "payment", "signed-data",
    "contradiction",
    "pin", "approved", "reject-reason", "reject-confirm", "history",
    "given", "given-filled", "given-differs", "given-unseen", "given-question", "reject-long",
    "reject-long-confirm", "after-redirect",
  ]

  @Test(
    arguments: [
      ("operations", ["⏎ otevřít", "? nápověda", "q konec"]),
      ("payment-end", ["a schválit", "x zamítnout", "q zpět"]),
      ("guarded-rich-end", ["c dál", "x zamítnout", "q zpět"]),
      ("guarded-slider", ["⏎ dál", "^X zamítnout", "Esc zpět"]),
      ("reject-confirm", ["y zamítnout", "Esc jiný důvod"]),
      ("pin", ["⏎ schválit", "Esc zpět"]), ("scan-wanted", ["x zamítnout", "p kód", "q zpět"]),
      ("call-question", ["n ne, pokračovat", "y ano", "q zpět"]),
    ] as [(String, [String])])
  func `the keys that decide stand in the narrowest footer`(name: String, keys: [String]) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    let footer = String(Self.czech(scene, (40, 12)).lines.last ?? "")
    #expect(keys.allSatisfy(footer.contains), "\(footer)")
    #expect(footer.contains("?") || footer.contains("F1"), "\(footer)")
  }

  @Test(arguments: windows, Scene.all.indices)
  func `a page shows no name of a text and no place that was not filled`(
    window: (Int, Int), scene: Int
  ) {
    let scene = Scene.all[scene]
    let text = Self.czech(scene, window).text
    let names = text.matches(of: /[a-z-]+\.[a-z0-9-]+/).map { String($0.output) }
    #expect(names.filter(Self.phrases.contains) == [], "\(scene.name)\n\(text)")
    #expect(text.firstMatch(of: /\{[a-z-]+\}/) == nil, "\(scene.name)\n\(text)")
  }

  @Test(arguments: windows, Scene.all.indices)
  func `the keys of a page have Czech labels, and help is among them`(
    window: (Int, Int), scene: Int
  ) {
    let scene = Scene.all[scene]
    let english = scene.play(window.0, window.1).lines.last ?? ""
    let czech = Self.czech(scene, window).lines.last ?? ""
    let words = Self.words(english).intersection(Self.words(czech))
    #expect(words.subtracting(Self.shared) == [], "\(scene.name): \(czech)")
    // In the narrowest window the word may give way to the keys that decide; its key stays.
    let isShort = window.0 == 40 && czech.firstMatch(of: /^ \S+ .+  \?(  |$)/) != nil
    #expect(
      !english.contains("? help") || czech.contains("? nápověda") || isShort,
      "\(scene.name): \(czech)")
  }

  @Test(arguments: FailureWordsTests.all.indices)
  func `a failure is told in Czech`(index: Int) {
    let failure = FailureWordsTests.all[index]
    let english = FailureWords(failure)
    let czech = Language.$current.withValue(.czech) { FailureWords(failure) }
    for (one, other) in [
      (english.happened, czech.happened), (english.means, czech.means), (english.next, czech.next),
    ] where !one.isEmpty {
      #expect(one != other)
      #expect(other.firstMatch(of: /\{[a-z-]+\}/) == nil)
      #expect(!Self.phrases.contains(other))
    }
  }

  @Test(arguments: windows, main)
  func `a main page looks in Czech as it was approved`(window: (Int, Int), name: String) throws {
    let scene = try #require(Scene.all.first { $0.name == name })
    try expectFrame("cs-\(name)-\(window.0)x\(window.1)", Self.czech(scene, window).frame)
  }

  @Test(arguments: [
    ("2026-06-09", "9. 6. 2026"), ("0000-12-31", "31. 12."), ("June 2026", "June 2026"),
    ("2026-6-9", "2026-6-9"), ("２０２６-06-09", "２０２６-06-09"),
  ])
  func `a day has the form of the language`(iso: String, czech: String) {
    #expect(Language.$current.withValue(.czech) { DateForm.day(iso) } == czech)
    #expect(DateForm.day(iso) == (iso.hasPrefix("0000-") ? String(iso.dropFirst(5)) : iso))
  }
}

extension CzechTests {
  /// Labels that are the same word in both languages.
  static let shared: Set<String> = [
    "Esc", "Tab", "Del", "English", "Čeština", "PIN", "PUK", "data",
  ]

  private static let phrases: Set<String> = Set(
    LanguageTests.sections.flatMap { section in
      Phrasebook.read(section[...], .english).keys.map { "\(section).\($0)" }
    })

  private static func czech(_ scene: Scene, _ window: (Int, Int)) -> Stage {
    Language.$current.withValue(.czech) { scene.play(window.0, window.1) }
  }

  private static func words(_ line: some StringProtocol) -> Set<String> {
    Set(
      line.split(whereSeparator: { (letter: Character) in !letter.isLetter }).map { String($0) }
        .filter { $0.count > 2 })
  }
}

import TokenModel

/// The languages to choose from; the choice holds until the program ends.
///
/// The configuration is the user's own file and stays as it is: the page names the key to set there.
enum LanguageScreen: Screen {
  struct State: Equatable, Sendable {}

  enum Action: Equatable, Sendable { case choose(Language) }

  static func chrome(_ state: State) -> Chrome { .page(back: say("keys.page-settings")) }

  static func keys(_ state: State, _ world: World) -> [KeyBinding<Action>] {
    Language.allCases.enumerated().map { index, language in
      KeyBinding(
        keys: [.character(Character(String(index + 1)))], label: language.name,
        help: language.help, action: .choose(language),
        whyNot: language == world.language ? say("language.chosen") : nil)
    }
  }

  static func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Step] {
    switch action {
    case .choose(let language): [.run(.speak(language))]
    }
  }

  static func isPage(_ state: State) -> Bool { true }

  static func page(_ state: State, _ world: World, width: Int) -> TextPage {
    var page = TextPage(width: width)
    page.text(say("settings.language"), Style(.title, .bold))
    page.blank()
    for (index, language) in Language.allCases.enumerated() {
      let isChosen = language == world.language
      page.text(
        isChosen ? say("language.in-use", ["language": language.name]) : language.name,
        isChosen ? Style(.success, .bold) : .plain, sign: String(index + 1))
    }
    page.blank()
    page.text(say("language.meaning"), Style(.muted))
    page.text(
      say("language.lasting", ["code": world.language.rawValue]), Style(.muted))
    return page
  }
}

extension Language {
  /// As its speakers call it.
  var name: String {
    switch self {
    case .english: say("language.english")
    case .czech: say("language.czech")
    }
  }

  fileprivate var help: String {
    switch self {
    case .english: say("language.english-help")
    case .czech: say("language.czech-help")
    }
  }
}

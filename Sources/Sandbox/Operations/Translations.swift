import TokenModel

/// Texts in other languages: by language, then by the name of the text that they stand in for.
struct Translations: Sendable, Equatable {
  private var texts: [String: [String: String]] = [:]

  init() {}

  /// As the books keep it, and as the Cloud API takes it; nil for anything else.
  init?(_ json: JSONValue) {
    guard let languages = json.object else { return nil }
    for (language, names) in languages {
      guard language.wholeMatch(of: /[a-z]{2}/) != nil, let names = names.object else { return nil }
      texts[language] = names.compactMapValues(\.string)
      guard texts[language]?.count == names.count else { return nil }
    }
  }

  /// Nil when there are none.
  var json: JSONValue? {
    guard !texts.isEmpty else { return nil }
    return .object(texts.mapValues { .object($0.mapValues(JSONValue.string)) })
  }

  var languages: [String] { texts.keys.sorted() }

  /// What stands there in `language`; of a text without a translation nothing.
  subscript(language: String) -> [String: String] { texts[language] ?? [:] }
}

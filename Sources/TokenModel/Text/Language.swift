/// A language in which the program speaks; the raw value is its ISO 639 code.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case czech = "cs"

  /// The language of the present step or command; bound around it by who knows the user's wish.
  @TaskLocal public static var current: Language = .english

  /// The first language of an `Accept-Language` value, such as `cs-CZ,en;q=0.5`, that we speak.
  ///
  /// Nil when there is none; weights are taken into account, ties keep their order (RFC 9110, 12.5.4).
  public init?(preferences: String) {
    let ranges = preferences.split(separator: ",").compactMap(Self.range)
    let wanted = ranges.enumerated().filter { $0.element.weight > 0 }
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    for (_, range) in wanted {
      if let language = Language(rawValue: range.code) {
        self = language
        return
      }
    }
    return nil
  }

  /// The language of a locale's name as in `LANG`, such as `cs_CZ.UTF-8`; nil for one we do not speak.
  public init?(locale: String) {
    self.init(rawValue: String(locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }).lowercased())
  }

  /// Of `cs-CZ;q=0.5`: `cs`, 0.5.
  private static func range(_ text: Substring) -> (code: String, weight: Double)? {
    let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
    guard let tag = parts.first, let code = tag.split(separator: "-").first else { return nil }
    let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
    return (code.lowercased(), weight ?? 1)
  }
}

/// Which form of a word goes with a whole number (Unicode plural rules of our languages).
public enum Plural: String, CaseIterable, Sendable {
  case one, few, other
}

extension Language {
  /// The forms that this language tells apart.
  public var plurals: [Plural] {
    switch self {
    case .english: [.one, .other]
    case .czech: [.one, .few, .other]
    }
  }

  /// The form for `number`, a whole number.
  public func plural(_ number: Int) -> Plural {
    switch (self, number.magnitude) {
    case (_, 1): .one
    case (.czech, 2...4): .few
    case (.english, _), (.czech, _): .other
    }
  }
}

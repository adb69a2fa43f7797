import TokenModel

/// What somebody who chooses a PIN or a passphrase is told about it; they may keep it.
public struct PINAdvice: Equatable, Sendable {
  /// One sentence, or two.
  public let words: String
  /// Easy to guess for anybody; otherwise only for somebody who knows the user.
  public let isWarning: Bool

  /// Characters that keep a passphrase from being guessed quickly.
  static let passphraseLength = 8
  /// So many of them differ at least.
  static let passphraseVariety = 4

  /// Nil for what no rule finds fault with.
  public init?(_ pin: PIN, at now: Moment) {
    guard let test = PINTest(pin, year: now.year) else {
      guard let words = Self.passphrase(pin) else { return nil }
      (self.words, isWarning) = (words, true)
      return
    }
    guard let issue = test.foremost else { return nil }
    isWarning = test.isWeak
    words =
      isWarning
      ? say("pin.easy", ["reason": issue.words]) : say("pin.guessable", ["reason": issue.words])
  }

  private static func passphrase(_ pin: PIN) -> String? {
    guard !pin.isDigits else { return nil }
    // A character of UTF-8 begins with each byte that does not go on with one.
    let (length, variety) = pin.secret.withUnsafeBytes { bytes in
      (bytes.count { $0 & 0xC0 != 0x80 }, Set(bytes).count)
    }
    if length < passphraseLength { return say("pin.short-passphrase") }
    return variety < passphraseVariety ? say("pin.plain-passphrase") : nil
  }
}

extension PINTest.Issue {
  /// For the middle of a sentence.
  fileprivate var words: String {
    switch self {
    case .frequent: say("pin.frequent")
    case .fewDigits: say("pin.few-digits")
    case .repetition: say("pin.repetition")
    case .pattern: say("pin.pattern")
    case .date: say("pin.date")
    }
  }
}

/// Words around the fields for PINs.
enum PINWords {
  static var tooShort: String { say("pin.too-short", count: PIN.minimumLength) }

  /// What a key did in `field`, where that is worth a word.
  static func hint(_ verdict: SecretField.Verdict, _ field: SecretField) -> String? {
    verdict.words ?? (field.holdsLetters ? say("pin.is-passphrase") : nil)
  }
}

extension TextPage {
  /// What is to be said about a PIN that is being chosen.
  mutating func advice(on pin: PIN?, at now: Moment) {
    guard let advice = pin.flatMap({ PINAdvice($0, at: now) }) else { return }
    text(
      advice.words, Style(advice.isWarning ? .warning : .muted), sign: advice.isWarning ? "!" : "·")
  }
}

import TokenModel

/// What the browser shows when it has come back: a sentence, in the language that the browser asks for.
public struct LoopbackPages: Sendable {
  private let done: @Sendable (Language) -> String
  private let refused: @Sendable (Language) -> String

  /// The sentences must not need escaping in HTML.
  public init(
    done: @escaping @Sendable (Language) -> String,
    refused: @escaping @Sendable (Language) -> String
  ) {
    (self.done, self.refused) = (done, refused)
  }

  /// `preferences` is what the browser says in `Accept-Language`; nothing of it is repeated.
  func page(isDone: Bool, preferences: String) -> String {
    let language = Language(preferences: preferences) ?? .english
    let sentence = isDone ? done(language) : refused(language)
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><meta charset="utf-8"><title>Countersign</title><p>\(sentence)</p></html>

      """
  }
}

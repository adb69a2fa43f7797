/// What servers take at most, checked before anything is sent.
enum ServerLimits {
  /// Characters of names, one-time passwords and reasons, counted as the servers do (UTF-16).
  static let characters = 255

  /// Why the text cannot be sent, in the words of `phrase`; nil when it can.
  static func whyNot(_ phrase: Phrase, _ text: String) -> String? {
    let count = text.utf16.count
    guard count > characters else { return nil }
    return say(phrase, ["count": String(count), "most": String(characters)])
  }
}

import TokenModel

/// Words about who somebody is, and where.
enum EntryWords {
  /// Nil where the bank has told no name; its text has passed the gate for shown text.
  static func greeting(_ info: UserInfo?) -> String? {
    guard let name = info?.name ?? info?.givenName else { return nil }
    let shown = DisplayText(name).singleLine
    return shown.isEmpty ? nil : say("entry.greeting", ["name": shown])
  }
}

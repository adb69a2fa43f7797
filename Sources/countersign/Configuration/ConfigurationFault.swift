/// What is wrong with the configuration, where, and which rule it breaks.
struct ConfigurationFault: Error, Equatable {
  /// Where the fault is, as far as it is known.
  struct Place: Equatable {
    let file: String
    /// Counted from 1.
    var line: Int?
    /// Counted from 1, in characters.
    var column: Int?

    var text: String {
      var text = file
      if let line { text += ":\(line)" }
      if let column { text += ":\(column)" }
      return text
    }
  }

  let place: Place
  /// Such as `profiles.default.server`; nil when the fault is not about one key.
  let key: String?
  /// One sentence without the place: what is wrong.
  let problem: String
  /// What is right: the rule, the range, or the word that was probably meant.
  let remedy: String
}

import TokenModel
import TokenScreens

/// The argument parser's own words in the user's language; the library speaks English only.
enum ParserWords {
  /// `text` as the library printed it, with its own words replaced; ours are in the language already.
  static func translated(_ text: String) -> String {
    guard Language.current != .english else { return text }
    return words.reduce(text) { $0.replacing($1.theirs, with: $1.ours) }
  }

  /// What stands for a value, in usage and help; a name that has no translation stays.
  static var values: [(theirs: String, ours: String)] {
    [
      ("<file>", say("parser.value-file")),
      ("<name>", say("parser.value-name")),
      ("<dir>", say("parser.value-dir")),
      ("<code>", say("parser.value-code")),
      ("<factors>", say("parser.value-factors")),
      ("<reason>", say("parser.value-reason")),
      ("<platform>", say("parser.value-platform")),
      ("<number>", say("parser.value-number")),
      ("<name=value>", say("parser.value-pair")),
      ("<key>", say("parser.value-key")),
      ("<environment>", say("parser.value-environment")),
      ("<count>", say("parser.value-count")),
      ("<otp>", say("parser.value-otp")),
      ("<method>", say("parser.value-method")),
      ("<form>", say("parser.value-form")),
    ]
  }

  /// The longer ones first, where one holds another.
  private static var words: [(theirs: String, ours: String)] {
    [
      ("OVERVIEW:", say("parser.overview")), ("USAGE:", say("parser.usage")),
      // Of a group of commands, whose name says enough.
      (" SUBCOMMANDS:", ":"),
      ("Usage:", say("parser.usage-line")), ("SUBCOMMANDS:", say("parser.subcommands")),
      ("ARGUMENTS:", say("parser.arguments")), ("OPTIONS:", say("parser.options")),
      ("<options>", say("parser.some-options")), ("<subcommand>", say("parser.subcommand")),
      ("for detailed help.", say("parser.details")),
      ("See '", say("parser.see")), ("(default:", say("parser.default")),
      ("; default:", say("parser.also-default")),
      ("(values:", say("parser.values")), ("Show the version.", say("parser.show-version")),
      ("Show help information.", say("parser.show-help")),
      ("Missing expected argument", say("parser.missing-argument")),
      ("Unknown option", say("parser.unknown-option")),
      ("unexpected arguments:", say("parser.unexpected-arguments")),
      ("Unexpected argument", say("parser.one-unexpected-argument")),
      ("unexpected argument:", say("parser.unexpected-argument")),
      ("Missing value for", say("parser.missing-value")),
      ("The value", say("parser.the-value")), ("is invalid for", say("parser.invalid-for")),
      ("Please provide one of", say("parser.please-provide")),
      ("Did you mean", say("parser.did-you-mean")),
    ]
  }
}

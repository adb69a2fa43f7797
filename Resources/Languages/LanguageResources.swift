/// Every word of the program, by section; each section holds all languages side by side.
public enum LanguageResources {
  /// The sections by name, which is what stands before the first dot of a phrase.
  public static let sections: [String: WordTable] = [
    "activation-commands": activationCommands,
    "arguments": arguments,
    "command": command,
    "configuration": configuration,
    "desktop": desktop,
    "factor-commands": factorCommands,
    "inbox-commands": inboxCommands,
    "output": output,
    "parser": parser,
    "pin": pin,
    "profile-commands": profileCommands,
    "program": program,
    "prompts": prompts,
    "proof-commands": proofCommands,
    "recovery-commands": recoveryCommands,
    "state-commands": stateCommands,
    "tabs": tabs,
    "token-commands": tokenCommands,
    "wiring": wiring,
  ]
}

/// The words of one section: lines of `key = text`, where `\n` stands for a line break.
///
/// `{name}` is filled in by the program. Of a counted phrase there is one line for each form that the
/// language tells apart: `key.one`, `key.few` (Czech only), `key.other`.
public struct WordTable: Sendable {
  public let english: String
  public let czech: String

  init(english: String, czech: String) {
    self.english = english
    self.czech = czech
  }
}

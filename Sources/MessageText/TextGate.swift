import TokenModel

/// The one way of a message's text onto the screen; remembers what had to be changed.
struct TextGate {
  private(set) var hidesCharacters = false
  private(set) var mixesScripts = false

  /// The text, harmless and on one line.
  mutating func word(_ text: some StringProtocol) -> String { admit(text).singleLine }

  /// The text, harmless, with its line breaks; a tab becomes four blanks.
  mutating func lines(_ text: String) -> String {
    admit(text.replacing("\t", with: "    ")).text
  }

  private mutating func admit(_ text: some StringProtocol) -> DisplayText {
    let shown = DisplayText(String(text))
    hidesCharacters = hidesCharacters || shown.hidesCharacters
    mixesScripts = mixesScripts || shown.mixesScripts
    return shown
  }
}

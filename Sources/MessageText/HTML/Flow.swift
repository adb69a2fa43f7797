/// Words that follow one another until a block ends them.
struct Flow {
  var blocks: [MessageBlock] = []
  private var words: [MessageWord] = []
  private var gap = MessageWord.Gap.none

  var hasWords: Bool { !words.isEmpty }

  /// Adds text in which any number of blanks is one.
  mutating func append(
    _ text: String, _ context: HTMLReader.Context, _ admit: (Substring) -> String
  ) {
    var rest = text.utf8[...]
    while let first = rest.first {
      if Self.isBlank(first) {
        if gap == .none { gap = .blank }
        rest = rest.drop(while: Self.isBlank)
        continue
      }
      let word = rest.prefix { !Self.isBlank($0) }
      add(admit(Substring(word)), context)
      rest = rest[word.endIndex...]
    }
  }

  /// Adds a mark that no blank parts from what stands before it.
  mutating func attach(_ mark: String, _ context: HTMLReader.Context) {
    let waiting = gap
    gap = .none
    add(mark, context)
    gap = waiting
  }

  /// A second break in a row ends a paragraph.
  mutating func breakLine() {
    if gap == .line { end(isParagraph: true) } else if hasWords { gap = .line }
  }

  /// Makes a block of the words.
  mutating func end(isParagraph: Bool) {
    if !words.isEmpty { blocks.append(.text(words, isParagraph: isParagraph)) }
    (words, gap) = ([], .none)
  }

  private mutating func add(_ text: String, _ context: HTMLReader.Context) {
    guard !text.isEmpty else { return }
    words.append(
      MessageWord(
        text: text, emphasis: context.emphasis, link: context.link,
        before: words.isEmpty ? .none : gap))
    gap = .none
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

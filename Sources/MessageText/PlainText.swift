import TokenModel

/// A body that is text and nothing else: its line breaks stay, its long lines are wrapped.
enum PlainText {
  /// Blanks at the start of a line that are kept.
  private static let deepest = 16
  /// Empty lines in a row that are kept.
  private static let mostEmpty = 2

  static func read(_ body: String, isWhole: Bool) -> MessageDocument {
    var gate = TextGate()
    var links = LinkList()
    var blocks: [MessageBlock] = []
    var empty = 0
    for line in gate.lines(body).split(separator: "\n", omittingEmptySubsequences: false) {
      let words = words(line, &links)
      empty = words.isEmpty ? empty + 1 : 0
      guard empty <= mostEmpty, !(words.isEmpty && blocks.isEmpty) else { continue }
      let depth = min(deepest, line.prefix { $0 == " " }.count)
      let text = MessageBlock.text(words, isParagraph: false)
      blocks.append(
        depth == 0 || words.isEmpty
          ? text
          : .list([MessageItem(marker: String(repeating: " ", count: depth - 1), blocks: [text])]))
    }
    return MessageDocument(
      blocks: blocks, links: links.addresses, listsLinks: false, gate: gate, isCutShort: !isWhole)
  }

  private static func words(_ line: Substring, _ links: inout LinkList) -> [MessageWord] {
    line.split(separator: " ").enumerated().flatMap { number, word in
      pieces(word, number == 0 ? .none : .blank, &links)
    }
  }

  /// An address leads where it says; a full stop behind it is not its own.
  private static func pieces(
    _ word: Substring, _ gap: MessageWord.Gap, _ links: inout LinkList
  ) -> [MessageWord] {
    guard word.hasPrefix("https://") else { return [plain(word, gap)] }
    let address = word.prefix(
      through: word.lastIndex { !".,;:!?)>\"'".contains($0) } ?? word.startIndex)
    guard let link = links.number(of: String(address)) else { return [plain(word, gap)] }
    let head = MessageWord(text: String(address), emphasis: [], link: link, before: gap)
    let tail = word[address.endIndex...]
    return tail.isEmpty ? [head] : [head, plain(tail, .none)]
  }

  private static func plain(_ text: Substring, _ gap: MessageWord.Gap) -> MessageWord {
    MessageWord(text: String(text), emphasis: [], link: nil, before: gap)
  }
}

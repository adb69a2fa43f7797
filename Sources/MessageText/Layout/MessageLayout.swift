import TokenModel

/// A document as lines of at most so many columns.
public struct MessageLayout: Equatable, Sendable {
  public let lines: [MessageLine]
  /// There would have been more lines than anybody reads.
  public let isCutShort: Bool

  /// Most lines of one message; the longest body has some 1,000.
  public static let mostLines = 10_000
  /// Columns that a table never goes beyond.
  static let widestTable = 80
  /// Columns below which nothing is moved to the right any more.
  static let leastWidth = 16

  /// The text, and below it the addresses of its links, where they are to be listed.
  public init(_ document: MessageDocument, width: Int) {
    let width = max(1, width)
    var lines = Self.lines(document.blocks, width)
    if document.listsLinks, !document.links.isEmpty {
      lines += [MessageLine()] + Self.links(document.links, width)
    }
    isCutShort = lines.count > Self.mostLines
    self.lines = isCutShort ? Array(lines.prefix(Self.mostLines)) : lines
  }

  private static func lines(_ blocks: [MessageBlock], _ width: Int) -> [MessageLine] {
    var lines: [MessageLine] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, block.isSpaced || blocks[index - 1].isSpaced { lines.append(MessageLine()) }
      lines += Self.lines(block, width)
      if lines.count > mostLines { break }
    }
    return lines
  }

  private static func lines(_ block: MessageBlock, _ width: Int) -> [MessageLine] {
    switch block {
    case .text(let words, _):
      let lines = WordWrap.lines(words, width: width)
      return lines.isEmpty ? [MessageLine()] : lines
    case .heading(let words, _): return WordWrap.lines(words, width: width, look: .heading)
    case .preformatted(let text): return preformatted(text, width)
    case .list(let items): return items.flatMap { lines($0, width) }
    case .quote(let blocks):
      return moved(blocks, mark: "│", repeats: true, by: 2, width)
    case .table(let rows): return TableLayout(rows, width: min(width, widestTable)).lines
    case .rule:
      let columns = min(width, widestTable)
      return [
        MessageLine(spans: [
          MessageSpan(
            String(repeating: "─", count: columns), at: 0, columns: columns, look: .mark)
        ])
      ]
    }
  }

  private static func lines(_ item: MessageItem, _ width: Int) -> [MessageLine] {
    let columns = max(2, DisplayWidth.of(item.marker) + 1)
    return moved(item.blocks, mark: item.marker, repeats: false, by: columns, width)
  }

  /// Blocks to the right of a mark that stands on the first line or on all; nothing moves any more
  /// where room is short, so that the deepest nesting still can be read.
  private static func moved(
    _ blocks: [MessageBlock], mark: String, repeats: Bool, by columns: Int, _ width: Int
  ) -> [MessageLine] {
    guard width - columns >= leastWidth else { return lines(blocks, width) }
    let isEmpty = mark.allSatisfy { $0 == " " }
    let inner = blocks.isEmpty ? [MessageLine()] : lines(blocks, width - columns)
    return inner.enumerated().map { number, line in
      var line = line.shifted(by: columns)
      if !isEmpty, repeats || number == 0 {
        let span = MessageSpan(mark, at: 0, columns: DisplayWidth.of(mark), look: .mark)
        line.spans.insert(span, at: 0)
      }
      return line
    }
  }

  private static func preformatted(_ text: String, _ width: Int) -> [MessageLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let parts = WordWrap.broken(String(line), first: width, width)
      return (parts.isEmpty ? [""] : parts).map { part in
        MessageLine(spans: [
          MessageSpan(part, at: 0, columns: DisplayWidth.of(part), look: .preformatted)
        ])
      }
    }
  }

  private static func links(_ links: [String], _ width: Int) -> [MessageLine] {
    links.enumerated().flatMap { index, link in
      let mark = "[\(index + 1)] "
      let indent = width - mark.count >= leastWidth ? mark.count : 0
      let address = DisplayText(link).singleLine
      let first = MessageSpan(mark, at: 0, columns: mark.count, look: .mark)
      let parts = WordWrap.broken(address, first: width - mark.count, width - indent)
      return parts.enumerated().map { number, part in
        let span = MessageSpan(
          part, at: number == 0 ? mark.count : indent, columns: DisplayWidth.of(part),
          look: .address, link: index + 1)
        return MessageLine(spans: number == 0 ? [first, span] : [span])
      }
    }
  }
}

extension MessageBlock {
  /// A blank line stands around it.
  fileprivate var isSpaced: Bool {
    switch self {
    case .text(_, let isParagraph): isParagraph
    case .heading, .preformatted, .quote, .table: true
    case .list(let items): items.contains { !$0.marker.allSatisfy { $0 == " " } }
    case .rule: false
    }
  }
}

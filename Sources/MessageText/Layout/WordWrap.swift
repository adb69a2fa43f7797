import TokenModel

/// Fills lines of a width with words; a word that is wider than a line is broken by clusters.
struct WordWrap {
  private let width: Int
  private let look: MessageSpan.Look
  private var lines: [MessageLine] = []
  private var pieces: [Piece] = []
  private var used = 0

  private struct Piece {
    let word: MessageWord
    let column: Int
    let columns: Int
  }

  /// No line for no words.
  static func lines(
    _ words: [MessageWord], width: Int, look: MessageSpan.Look = .text
  ) -> [MessageLine] {
    guard !words.isEmpty else { return [] }
    var wrap = WordWrap(width: max(1, width), look: look)
    // What no blank parts stays together on a line.
    var start = 0
    for index in 1...words.count where index == words.count || words[index].before != .none {
      wrap.add(words[start..<index])
      start = index
    }
    wrap.endLine()
    return wrap.lines
  }

  /// Columns of the widest line that these words need, and of their widest unbreakable part.
  static func measure(_ words: [MessageWord]) -> (natural: Int, least: Int) {
    var (natural, least, line, part) = (0, 0, 0, 0)
    for word in words {
      let columns = DisplayWidth.of(word.text)
      switch word.before {
      case .none: (line, part) = (line + columns, part + columns)
      case .blank: (line, part) = (line + 1 + columns, columns)
      case .line: (line, part) = (columns, columns)
      }
      (natural, least) = (max(natural, line), max(least, part))
    }
    return (natural, least)
  }

  private init(width: Int, look: MessageSpan.Look) {
    self.width = width
    self.look = look
  }

  private mutating func add(_ group: ArraySlice<MessageWord>) {
    let columns = group.reduce(0) { $0 + DisplayWidth.of($1.text) }
    switch group.first?.before {
    case .line: if !pieces.isEmpty { endLine() }
    case .blank where used > 0 && used + 1 + columns <= width: used += 1
    case .blank where used > 0: endLine()
    case .blank, .some(.none), nil: break
    }
    for word in group { place(word, DisplayWidth.of(word.text)) }
  }

  private mutating func place(_ word: MessageWord, _ columns: Int) {
    guard used + columns > width else {
      pieces.append(Piece(word: word, column: used, columns: columns))
      used += columns
      return
    }
    if columns <= width {
      endLine()
      return place(word, columns)
    }
    for part in Self.broken(word.text, first: width - used, width) {
      if used >= width { endLine() }
      let columns = DisplayWidth.of(part)
      let piece = MessageWord(
        text: part, emphasis: word.emphasis, link: word.link, before: .none)
      if used + columns > width { endLine() }
      pieces.append(Piece(word: piece, column: used, columns: columns))
      used += columns
    }
  }

  /// Parts of at most `width` columns, the first one of `first`; each has a cluster at least.
  static func broken(_ text: String, first: Int, _ width: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    var columns = 0
    var room = max(1, first)
    for character in text {
      let wide = DisplayWidth.of(character)
      if columns + wide > room, !part.isEmpty {
        parts.append(part)
        (part, columns, room) = ("", 0, width)
      }
      part.append(character)
      columns += wide
    }
    return part.isEmpty ? parts : parts + [part]
  }

  private mutating func endLine() {
    var line = MessageLine()
    for piece in pieces {
      let word = piece.word
      if let last = line.spans.last, last.emphasis == word.emphasis, last.link == word.link {
        let gap = String(repeating: " ", count: piece.column - last.endColumn)
        line.spans[line.spans.count - 1] = last.joined(gap + word.text, gap.count + piece.columns)
      } else {
        line.spans.append(
          MessageSpan(
            word.text, at: piece.column, columns: piece.columns, look: look,
            emphasis: word.emphasis, link: word.link))
      }
    }
    lines.append(line)
    (pieces, used) = ([], 0)
  }
}

extension MessageSpan {
  fileprivate func joined(_ more: String, _ columns: Int) -> MessageSpan {
    MessageSpan(
      text + more, at: column, columns: endColumn - column + columns, look: look,
      emphasis: emphasis, link: link)
  }
}

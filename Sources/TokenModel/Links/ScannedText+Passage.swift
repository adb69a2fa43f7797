extension ScannedText {
  /// The first passage of a longer text, such as a bank's message, that is about an operation.
  ///
  /// A link is a word of it; an offline operation stands in lines of its own, below a blank one.
  public init(passageOf text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self = Self.link(in: lines) ?? Self.offline(in: lines) ?? .unknown
  }

  private static func link(in lines: [Substring]) -> ScannedText? {
    for word in lines.lazy.flatMap({ $0.split(whereSeparator: \.isWhitespace) })
    where word.contains("://") {
      if let link = try? OperationLink(parsing: String(word)) { return .operation(link) }
    }
    return nil
  }

  /// Lines that today's banks do not send yet are searched for as well, up to this many.
  private static let mostLines = 16
  /// The shortest last line: a signature of 64 bytes, and the letter before it.
  private static let shortestEnd = 87

  private static func offline(in lines: [Substring]) -> ScannedText? {
    for (end, line) in lines.enumerated()
    where line.utf8.count >= shortestEnd && !line.contains(" ") {
      for count in OfflineOperation.minimumLines...mostLines where count <= end + 1 {
        let start = end + 1 - count
        guard start == 0 || lines[start - 1].allSatisfy(\.isWhitespace) else { continue }
        let passage = lines[start...end].joined(separator: "\n")
        if (try? OfflineOperation(parsing: passage)) != nil { return .offline(passage) }
      }
    }
    return nil
  }
}

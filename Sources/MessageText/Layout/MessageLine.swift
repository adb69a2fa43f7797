/// One line of a message as it stands on the screen.
public struct MessageLine: Equatable, Sendable {
  /// From left to right, without overlaps.
  public internal(set) var spans: [MessageSpan] = []

  /// The line as text, for what has no styles.
  public var text: String {
    var text = ""
    var column = 0
    for span in spans {
      text += String(repeating: " ", count: max(0, span.column - column)) + span.text
      column = span.endColumn
    }
    return text
  }

  /// The line so many columns further to the right.
  func shifted(by columns: Int) -> MessageLine {
    var line = self
    for index in line.spans.indices { line.spans[index].column += columns }
    return line
  }
}

/// Neighbouring words of one look.
public struct MessageSpan: Equatable, Sendable {
  public internal(set) var column: Int
  public internal(set) var text: String
  public let look: Look
  public let emphasis: MessageEmphasis
  /// Number of the link among the document's, from 1.
  public let link: Int?
  private let columns: Int

  /// The first column behind it.
  var endColumn: Int { column + columns }

  public enum Look: Equatable, Sendable {
    case text, heading, preformatted
    /// The list's points and numbers, the bar of a quote, rules.
    case mark
    /// The address of a link.
    case address
  }

  init(
    _ text: String, at column: Int, columns: Int, look: Look = .text,
    emphasis: MessageEmphasis = [], link: Int? = nil
  ) {
    self.column = column
    self.text = text
    self.look = look
    self.emphasis = emphasis
    self.link = link
    self.columns = columns
  }
}

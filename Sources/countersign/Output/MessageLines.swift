import FoundationEssentials
import MessageText
import TokenModel
import TokenScreens

/// A message in words for the command line; its body is laid out as on the screens.
enum MessageLines {
  /// Columns of a body, behind the bar of foreign text.
  private static let columns = 78

  /// A few lines for a list; `●` stands before what nobody has read.
  static func summary(_ message: InboxMessage) -> [String] {
    let date = message.created.map { LocalTime.day($0) + "  " } ?? ""
    var lines = [
      DisplayText(message.id).singleLine,
      "  \(message.isRead ? " " : "●") \(date)\(MessageWords.subject(message))",
    ]
    let summary = DisplayText(message.summary).singleLine
    if !summary.isEmpty { lines.append("    \(summary)") }
    return lines
  }

  /// Subject, date and body; what the bank wrote stands behind a bar.
  static func full(_ message: InboxMessage) -> [String] {
    let document = MessageDocument(message)
    let layout = MessageLayout(document, width: columns)
    var lines = ["│ " + MessageWords.subject(message)]
    if let created = message.created { lines.append(LocalTime.full(created)) }
    lines.append("")
    lines += layout.lines.map { $0.text.isEmpty ? "│" : "│ " + $0.text }
    return lines + MessageWords.warnings(message, document, layout).flatMap { ["", "! " + $0] }
  }
}

extension InboxPage {
  /// The server's own objects, and whether older ones follow.
  var document: JSONValue {
    [
      "messages": .array(messages.map(\.source)), "unreadable": .number(.init(unreadable)),
      "isLast": .bool(isLast),
    ]
  }
}

import TokenModel

/// One message in the list: its subject and date, and below what it is about.
struct MessageRowView {
  private let message: InboxMessage
  private let subject: String
  private let summary: String

  /// A list shows the beginning only; a hostile text of a megabyte costs no more than this.
  private static let longest = 300

  init(_ message: InboxMessage) {
    self.message = message
    subject = MessageWords.subject(message, longest: Self.longest)
    summary = DisplayText(String(message.summary.prefix(Self.longest))).singleLine
  }

  func draw(_ world: World, isSelected: Bool, _ canvas: inout Canvas, _ area: Rect) {
    // Only the mark moves: a step in the list writes a few bytes, on a slow line too.
    if isSelected {
      for row in area.row..<area.endRow { canvas.glyph("▌", 1, row, Style(.accent, .bold)) }
      canvas.cursor(1, area.row)
    }
    var end = area.endColumn - 1
    if let date = message.created {
      let when = MessageWords.when(date, at: world.now)
      end = canvas.text(when, endingAt: end, area.row, Style(.muted)) - 2
    }
    if !message.isRead { canvas.glyph("●", 2, area.row, Style(.accent, .bold)) }
    let style = message.isRead ? Style(.text) : Style(.title, .bold)
    canvas.text(subject, 4, area.row, style, room: end - 4)
    canvas.text(summary, 4, area.row + 1, Style(.muted), room: area.columns - 6)
  }
}

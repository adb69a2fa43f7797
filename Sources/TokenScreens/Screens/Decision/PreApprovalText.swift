import TokenModel

/// Lays out what the bank wrote on a page before an approval.
enum PreApprovalText {
  static func page(_ screen: PreApprovalScreen, in page: TextPage) -> TextPage {
    var page = page
    let words = PreApprovalWords(screen)
    let style = screen.kind == .warning ? Style(.warning, .bold) : Style(.title, .bold)
    page.text(words.heading, style, sign: words.sign)
    page.blank()
    page.text(words.message)
    page.blank()
    for piece in words.pieces { write(piece, &page) }
    return page
  }

  private static func write(_ piece: PreApprovalWords.Piece, _ page: inout TextPage) {
    page.text(piece.text, piece.style.map(look) ?? .plain, sign: piece.sign)
    guard let link = piece.link else { return }
    switch link.kind {
    case .address: page.address(link.address, Style(.accent), indent: 4)
    case .mail:
      page.text("\(say("addresses.mark-mail")) \(link.shown)", Style(.muted), indent: 4)
    case .phone:
      page.text("\(say("addresses.mark-phone")) \(link.shown)", Style(.muted), indent: 4)
    }
  }

  private static func look(_ style: PreApprovalElement.Style) -> Style {
    switch style {
    case .info: Style(.info)
    case .warning: Style(.warning, .bold)
    case .danger: Style(.danger, .bold)
    }
  }
}

import TokenModel

/// The words of a page before approval; servers may send none, and the page must stand all the same.
public struct PreApprovalWords: Equatable, Sendable {
  public let sign: String
  public let heading: String
  public let message: String
  public let pieces: [Piece]
  /// Ways out of the page, in their order; the first one is number 1.
  public let links: [BankLink]

  /// A line of a list, a remark or a button, with the sign that hangs before it.
  public struct Piece: Equatable, Sendable {
    public let sign: String
    public let text: String
    public let style: PreApprovalElement.Style?
    /// Where it leads to; nil for most.
    public let link: BankLink?
  }

  /// The server's texts, made safe, and ours where it sent none.
  public init(_ screen: PreApprovalScreen) {
    let own = Self.standard(screen.kind)
    sign = own.sign
    heading = Self.safe(screen.heading) ?? own.heading
    message = Self.safe(screen.message) ?? own.message
    var links: [BankLink] = []
    pieces = screen.elements.map { element in
      let link = BankLink(element, number: links.count + 1)
      if let link { links.append(link) }
      return Piece(element, link)
    }
    self.links = links
  }

  private static func standard(
    _ kind: PreApprovalScreen.Kind
  ) -> (sign: String, heading: String, message: String) {
    switch kind {
    case .warning: ("!", say("preapproval.warning-heading"), say("preapproval.warning-message"))
    case .info, .unknown: ("i", say("preapproval.info-heading"), say("preapproval.info-message"))
    case .qrScan: ("i", say("preapproval.scan-heading"), say("preapproval.scan-message"))
    }
  }

  /// Nil for an absent or blank text.
  private static func safe(_ text: String?) -> String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return DisplayText(text).text
  }
}

extension PreApprovalWords.Piece {
  init(_ element: PreApprovalElement, _ link: BankLink?) {
    self.link = link
    style = element.style
    let text = DisplayText(element.text).text
    switch element.kind {
    case .listItem:
      sign = element.style.map(Self.mark)?.sign ?? "•"
      self.text = text
    case .alert:
      let mark = Self.mark(element.style ?? .info)
      sign = mark.sign
      self.text = "\(mark.word): \(text)"
    case .button(.reject):
      sign = "[x]"
      self.text = text
    case .button:
      sign = link.map { "[\($0.number)]" } ?? "·"
      self.text = text
    case .unknown:
      sign = ""
      self.text = text
    }
  }

  /// The sign and the word that carry a style's meaning without colour.
  private static func mark(_ style: PreApprovalElement.Style) -> (sign: String, word: String) {
    switch style {
    case .info: ("i", say("preapproval.alert-info"))
    case .warning: ("!", say("preapproval.alert-warning"))
    case .danger: ("✗", say("preapproval.alert-danger"))
    }
  }
}

extension OperationText {
  /// The question that stops an approval under pressure; nil where the bank does not want it.
  public static func callWarning(_ operation: UserOperation) -> String? {
    operation.ui.blocksApprovalOnCall ? onCall : nil
  }

  static var onCall: String { say("preapproval.on-call") }
}

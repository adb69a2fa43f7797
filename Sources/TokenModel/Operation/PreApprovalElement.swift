/// A piece of a page before an approval: a line of a list, a remark, or a way to somewhere else.
public struct PreApprovalElement: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case listItem, alert
    case button(Action)
    /// A kind of a newer server, of which only the text is known.
    case unknown(String)
  }

  public enum Style: String, Sendable, CaseIterable {
    case info = "INFO"
    case warning = "WARNING"
    case danger = "DANGER"
  }

  /// Where a button leads; nothing is opened or dialled by itself.
  public enum Action: Equatable, Sendable {
    /// Any address as the server wrote it; what it may do here is decided where it is shown.
    case link(String)
    case mail(String)
    case phone(String)
    case reject
    /// A button that leads nowhere that we know.
    case none
  }

  public let id: String?
  public let kind: Kind
  /// Nil where the server sends none, or one that we do not know.
  public let style: Style?
  public let text: String
  /// Name of a sign in the bank's own program.
  public let icon: String?
  /// The bank expects the operation to be rejected after this button (`actionSettings`).
  public let suggestsRejection: Bool

  /// Nil for a piece that says nothing: a button needs a text or an address, all others a text.
  init?(_ json: JSONValue) {
    guard json.object != nil else { return nil }
    let action = Action(json)
    switch json["type"]?.string {
    case "LIST_ITEM": kind = .listItem
    case "ALERT": kind = .alert
    case "BUTTON": kind = .button(action)
    case let type: kind = .unknown(type ?? "")
    }
    var text = json["text"]?.string ?? ""
    if text.isBlank, case .button = kind { text = action.address ?? "" }
    guard !text.isBlank else { return nil }
    self.text = text
    id = json["id"]?.string
    style = json["style"]?.string.flatMap(Style.init)
    icon = json["icon"]?.string
    suggestsRejection = json["actionSettings"]?.string == "REJECT"
  }

  /// An item of the older form; nil for a blank one.
  init?(listed text: String) {
    guard !text.isBlank else { return nil }
    self.text = text
    (id, kind, style, icon, suggestsRejection) = (nil, .listItem, nil, nil, false)
  }
}

extension PreApprovalElement.Action {
  init(_ json: JSONValue) {
    let address = json["href"]?.string.flatMap { $0.isBlank ? nil : $0 }
    switch (json["action"]?.string, address) {
    case ("LINK", let address?): self = .link(address)
    case ("MAIL", let address?): self = .mail(address)
    case ("PHONE", let address?): self = .phone(address)
    case ("REJECT", _): self = .reject
    // An address without a word about it is an address all the same.
    case (nil, let address?): self = .link(address)
    case (_, _): self = .none
    }
  }

  /// What the server wrote to go to; nil where there is nothing.
  public var address: String? {
    switch self {
    case .link(let address), .mail(let address), .phone(let address): address
    case .reject, .none: nil
    }
  }
}

extension String {
  /// True for a text of which nothing would be seen.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

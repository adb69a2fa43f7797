import TokenModel

/// A way out of a page before an approval; only the user takes it, after having seen all of it.
public struct PreApprovalLink: Equatable, Sendable {
  /// What may be done with the address here.
  public enum Way: Equatable, Sendable {
    /// https, and nothing that pretends to be.
    case web(Link)
    case mail
    case phone
    /// Shown, and nothing else.
    case inert
  }

  /// From 1 on.
  public let number: Int
  public let way: Way
  /// What the server wrote, without `mailto:` and `tel:`.
  public let address: String
  /// The bank expects the operation to be rejected afterwards.
  public let suggestsRejection: Bool

  /// Nil for an element that leads nowhere.
  init?(_ element: PreApprovalElement, number: Int) {
    guard case .button(let action) = element.kind, let address = action.address else { return nil }
    self.number = number
    suggestsRejection = element.suggestsRejection
    (way, self.address) = Self.read(action, address)
  }

  private static func read(
    _ action: PreApprovalElement.Action, _ address: String
  ) -> (Way, String) {
    let lower = address.lowercased()
    switch action {
    case .mail where lower.hasPrefix("mailto:"): return (.mail, String(address.dropFirst(7)))
    case .phone where lower.hasPrefix("tel:"): return (.phone, String(address.dropFirst(4)))
    case .mail: return (.mail, address)
    case .phone: return (.phone, address)
    case .link where lower.hasPrefix("mailto:"): return (.mail, String(address.dropFirst(7)))
    case .link where lower.hasPrefix("tel:"): return (.phone, String(address.dropFirst(4)))
    case .link, .reject, .none:
      guard lower.hasPrefix("https://"), let link = Link(address) else { return (.inert, address) }
      return (.web(link), address)
    }
  }

  /// What stands behind the button, made safe.
  public var shown: String { DisplayText(address).singleLine }

  /// Nil where a paste could do more than the text says.
  var copyable: String? { address.isPrintable ? address : nil }
}

extension String {
  /// Nothing but visible ASCII and blanks, so that pasting it runs nothing.
  var isPrintable: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}

import TokenModel

/// A way out of a text of the bank; only the user takes it, after having seen all of the address.
public struct BankLink: Equatable, Sendable {
  /// What the address is one of.
  public enum Kind: Equatable, Sendable { case address, mail, phone }

  /// From 1 on.
  public let number: Int
  public let kind: Kind
  /// What the server wrote, without `mailto:` and `tel:`.
  public let address: String
  /// The bank expects the operation to be rejected afterwards.
  public let suggestsRejection: Bool

  /// A link of a message.
  init(_ address: String, number: Int) {
    self.number = number
    suggestsRejection = false
    (kind, self.address) = Self.read(address)
  }

  /// Nil for an element that leads nowhere.
  init?(_ element: PreApprovalElement, number: Int) {
    guard case .button(let action) = element.kind, let address = action.address else { return nil }
    self.number = number
    suggestsRejection = element.suggestsRejection
    let read = Self.read(address)
    (kind, self.address) =
      switch action {
      case .mail where read.kind != .mail: (.mail, address)
      case .phone where read.kind != .phone: (.phone, address)
      case .mail, .phone, .link, .reject, .none: read
      }
  }

  private static func read(_ address: String) -> (kind: Kind, String) {
    let lower = address.lowercased()
    if lower.hasPrefix("mailto:") { return (.mail, String(address.dropFirst(7))) }
    if lower.hasPrefix("tel:") { return (.phone, String(address.dropFirst(4))) }
    return (.address, address)
  }

  /// What stands behind the button, made safe.
  public var shown: String { DisplayText(address).singleLine }

  /// Nil where a paste could do more than the text says.
  var copyable: String? { address.isPrintable ? address : nil }
}

extension [BankLink] {
  /// Ways out by their numbers; the first nine have a key, and from their page the others are reached.
  func keys<Action>(_ follow: (Int) -> Action) -> [KeyBinding<Action>] {
    prefix(9).indices.map { index in
      let number = String(self[index].number)
      return KeyBinding(
        keys: [.character(Character(number))],
        label: index == 0 ? say("addresses.label", count: Swift.min(count, 9)) : "",
        help: say("addresses.help", ["number": number]), action: follow(index))
    }
  }
}

extension String {
  /// Nothing but visible ASCII and blanks, so that pasting it runs nothing.
  var isPrintable: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}

import TokenModel

/// What may be done with the address that a bank sends people to after an approval.
public enum RedirectWay: Equatable, Sendable {
  /// May be opened, when the user asks for it.
  case open
  /// Its scheme is not one that the user has allowed; the scheme is safe to show.
  case closed(scheme: String)
  /// Not an address, or one that pretends to be another.
  case malformed

  /// Most bytes that a desktop takes.
  private static let longest = 2083

  /// - Parameter schemes: those beside https that the user lets be opened, in small letters.
  public init(_ address: String, schemes: [String]) {
    guard address.utf8.count <= Self.longest,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !address.contains("\\"),
      let colon = address.firstIndex(of: ":"), Self.isScheme(address[..<colon])
    else {
      self = .malformed
      return
    }
    let scheme = address[..<colon].lowercased()
    if scheme == "https" {
      self = Link(address) == nil ? .malformed : .open
    } else {
      self = schemes.contains(scheme) ? .open : .closed(scheme: scheme)
    }
  }

  /// RFC 3986, section 3.1.
  public static func isScheme(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Why it cannot be opened here; nil when it can.
  public var why: String? {
    switch self {
    case .open: nil
    case .closed(let scheme): say("postapproval.inert-scheme", ["scheme": scheme])
    case .malformed: say("postapproval.inert-address")
    }
  }
}

import TokenModel

/// What may be done with an address that a bank has sent.
public enum AddressWay: Equatable, Sendable {
  /// May be opened, when the user asks for it.
  case open
  /// Its scheme is not one that the user has allowed; the scheme is safe to show.
  case closed(scheme: String)
  /// Nothing that a desktop is given.
  case malformed(Flaw)

  /// What is wrong with an address, whatever its scheme.
  public enum Flaw: Equatable, Sendable {
    /// A desktop takes no more than 2083 bytes.
    case tooLong
    /// Blanks, or letters of other alphabets, which may pass for those of a well-known name.
    case letters
    /// A name or a backslash before the host, which makes it look like another one.
    case disguise
    /// No scheme, or no host.
    case form
  }

  /// Most bytes that a desktop takes.
  private static let longest = 2083

  /// - Parameter schemes: those beside https that the user lets be opened, in small letters.
  public init(_ address: String, schemes: [String]) {
    if let flaw = Self.flaw(address) {
      self = .malformed(flaw)
      return
    }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard scheme == "https" else {
      self = schemes.contains(scheme) ? .open : .closed(scheme: scheme)
      return
    }
    guard Link(address) == nil else {
      self = .open
      return
    }
    let authority = address.dropFirst("https://".count).prefix { !"/?#".contains($0) }
    self = .malformed(authority.contains("@") ? .disguise : .form)
  }

  private static func flaw(_ address: String) -> Flaw? {
    if address.utf8.count > longest { return .tooLong }
    if !address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return .letters }
    if address.contains("\\") { return .disguise }
    let colon = address.firstIndex(of: ":")
    return colon.map { isScheme(address[..<$0]) } == true ? nil : .form
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
    case .closed(let scheme): say("addresses.why-scheme", ["scheme": scheme])
    case .malformed(.tooLong): say("addresses.why-long")
    case .malformed(.letters): say("addresses.why-letters")
    case .malformed(.disguise): say("addresses.why-disguised")
    case .malformed(.form): say("addresses.why-form")
    }
  }
}

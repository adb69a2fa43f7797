/// An address that a terminal may offer to open: https, or http to this very machine.
///
/// It holds nothing that could end the control string that carries it (OSC 8).
public struct Link: Hashable, Sendable {
  /// Printable ASCII without blanks.
  public let address: String

  /// Most bytes that terminals take.
  static let longest = 2083

  /// Nil for every other scheme and host, and for bytes that no address has.
  public init?(_ address: String) {
    guard address.utf8.count <= Self.longest,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1].isEmpty, Self.isSafe(parts[0].lowercased(), parts[2]) else {
      return nil
    }
    self.address = address
  }

  private static func isSafe(_ scheme: String, _ authority: Substring) -> Bool {
    guard let host = host(authority), !host.isEmpty else { return false }
    switch scheme {
    case "https:": return true
    case "http:": return ["127.0.0.1", "localhost", "[::1]"].contains(host)
    case _: return false
    }
  }

  /// The host without its port; nil when somebody pretends to be another host (`bank@evil`).
  private static func host(_ authority: Substring) -> String? {
    let authority = authority.prefix { $0 != "?" && $0 != "#" }
    guard !authority.contains("@"), !authority.contains("\\") else { return nil }
    if authority.hasPrefix("[") {
      return authority.firstIndex(of: "]").map { authority[...$0].lowercased() }
    }
    return authority.prefix { $0 != ":" }.lowercased()
  }
}

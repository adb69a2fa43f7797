/// The hosts that are reached without a proxy: a list as `NO_PROXY` has it.
///
/// Each entry is a host name, which stands for its subdomains too (a dot before it is forgiven), an
/// address, or either with `:PORT`; `*` alone stands for every host. Case does not matter.
public struct ProxyExceptions: Sendable, Equatable {
  private let entries: [Entry]

  private struct Entry: Equatable {
    let host: String
    /// Nil: every port.
    let port: Int?
  }

  /// Entries are separated by commas or spaces; an empty list has no exceptions.
  public init(_ list: String = "") {
    entries = list.lowercased().split { $0 == "," || $0.isWhitespace }.map { Self.entry($0) }
  }

  /// Whether a request to this host and port goes straight; IPv6 addresses without brackets.
  public func contain(host: String, port: Int) -> Bool {
    let host = Self.bare(host.lowercased())
    return entries.contains { entry in
      guard entry.port == nil || entry.port == port else { return false }
      return entry.host == "*" || host == entry.host || host.hasSuffix("." + entry.host)
    }
  }

  private static func entry(_ text: Substring) -> Entry {
    let isAddress = text.hasPrefix("[") ? false : text.count { $0 == ":" } > 1
    guard !isAddress, let colon = text.lastIndex(of: ":"), !text.hasSuffix("]"),
      let port = Int(text[text.index(after: colon)...])
    else { return Entry(host: bare(String(text)), port: nil) }
    return Entry(host: bare(String(text[..<colon])), port: port)
  }

  /// Without brackets, and without dots at either end.
  private static func bare(_ host: String) -> String {
    let inner = host.drop { $0 == "[" || $0 == "." }
    return String(inner.reversed().drop { $0 == "]" || $0 == "." }.reversed())
  }
}

import FoundationEssentials
import TokenModel

/// A base URL of a server: https, or http to this machine only.
public struct ServerAddress: Sendable, Equatable, CustomStringConvertible {
  /// The URL without a slash at its end.
  public let base: String
  /// The host name alone, for messages.
  public let host: String

  /// Takes everything before `/pa` or `/api`; throws `insecureAddress` for what is not such a URL.
  ///
  /// Query, fragment and user information have no place here and are refused too.
  public init(_ text: String) throws(NetworkFault) {
    let trimmed = String(text.reversed().drop { $0 == "/" }.reversed())
    guard let url = URL(string: trimmed), let scheme = url.scheme?.lowercased(),
      let host = url.host(), !host.isEmpty, url.query() == nil, url.fragment() == nil,
      url.user() == nil, !trimmed.contains(where: \.isWhitespace),
      scheme == "https" || scheme == "http" && Self.isLoopback(host)
    else { throw .insecureAddress(text) }
    base = trimmed
    self.host = host
  }

  /// The address of `path`, which begins with a slash.
  public func url(_ path: String) -> String { base + path }

  /// The address itself, as configured.
  public var description: String { base }

  private static func isLoopback(_ host: String) -> Bool {
    let name = host.lowercased()
    if ["localhost", "::1", "[::1]"].contains(name) { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

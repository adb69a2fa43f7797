import FoundationEssentials
import PowerAuth
import TokenModel

/// One HTTP request as the sandbox sees it: what remains when the transport is taken away.
public struct SandboxRequest: Sendable {
  /// Upper case, as `POST`.
  public let method: String
  /// Decoded, without the query.
  public let path: String
  /// Decoded pairs in their order; a pair without `=` has an empty value.
  public let query: [(name: String, value: String)]
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]
  /// The query as it came; empty when there is none.
  private let encodedQuery: String

  /// `target` is the path with its query, percent-encoded as in the request line.
  public init(
    method: String = "POST", target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = Self.decoded(parts[0], plusIsSpace: false)
    encodedQuery = parts.count < 2 ? "" : String(parts[1])
    query = parts.count < 2 ? [] : Self.pairs(parts[1])
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The first query value of that name.
  func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// What a signature of this request covers.
  ///
  /// Of a GET these are the parameters in order, which servers decode once too often: a value with
  /// `%`, `&` or `+` in it may not be recognized, as there.
  var signedBody: [UInt8] {
    guard method == "GET" else { return body }
    let query = Self.decoded(encodedQuery[...], plusIsSpace: true)
    return Array((SignedRequestData.canonicalQuery(query) ?? "").utf8)
  }

  private static func pairs(_ query: Substring) -> [(name: String, value: String)] {
    query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        name: decoded(parts[0], plusIsSpace: true),
        value: parts.count < 2 ? "" : decoded(parts[1], plusIsSpace: true)
      )
    }
  }

  /// Text that is not percent-encoding stays as it is.
  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String {
    let text = plusIsSpace ? text.replacing("+", with: " ") : text
    return text.removingPercentEncoding ?? String(text)
  }
}

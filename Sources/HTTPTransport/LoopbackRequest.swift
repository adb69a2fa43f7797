import NIOHTTP1

/// A request that a browser could have made to follow a redirect to this machine.
struct LoopbackRequest {
  /// Bytes of the request's target; authorisation codes take some hundreds.
  private static let targetLimit = 8_192

  /// Full address, query included.
  let address: String
  /// Path alone, as it was sent.
  let path: String

  /// Nil for everything else: another method, a body, a foreign or doubtful host.
  ///
  /// The host keeps out pages whose own name was made to point to this machine.
  init?(_ head: HTTPRequestHead, port: Int) {
    let hosts = head.headers["Host"].map { $0.lowercased() }
    // A browser leaves out the port that http has by itself.
    let suffixes = port == 80 ? [":80", ""] : [":\(port)"]
    let here = suffixes.flatMap { ["127.0.0.1" + $0, "localhost" + $0] }
    guard head.method == .GET, head.version == .http1_1, hosts.count == 1, here.contains(hosts[0]),
      !head.headers.contains(name: "Transfer-Encoding"),
      head.headers["Content-Length"].allSatisfy({ $0 == "0" }),
      head.uri.utf8.count <= Self.targetLimit,
      head.uri.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !head.uri.contains("#")
    else { return nil }
    address = "http://" + hosts[0] + head.uri
    path = String(head.uri.prefix { $0 != "?" })
  }
}

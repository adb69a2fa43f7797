import FoundationEssentials
import PowerAuth

extension OIDCConfiguration {
  /// Ports that a program without privileges may take, and that nobody is assigned (RFC 6335).
  private static let freePorts = 49_152...65_535

  /// The same, with a browser that comes back to `port` of this machine.
  ///
  /// Nil leaves the port that the server names; where it names none, any will do (RFC 8252, section
  /// 7.3), and a random one is taken. A way back to another machine stays as it is.
  public func comingBack(on port: Int?) -> OIDCConfiguration {
    guard let url = URL(string: redirectURI), url.scheme?.lowercased() == "http",
      let host = url.host(), ["127.0.0.1", "localhost"].contains(host.lowercased()),
      let number = port ?? (url.port == nil ? Self.randomPort : nil)
    else { return self }
    return OIDCConfiguration(
      providerID: providerID, clientID: clientID, scopes: scopes, authorizeURI: authorizeURI,
      redirectURI: "http://\(host):\(number)\(url.path())")
  }

  private static var randomPort: Int {
    let bytes = Nonce.bytes(2)
    return freePorts.lowerBound + (Int(bytes[0]) << 8 | Int(bytes[1])) % freePorts.count
  }
}

import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOSSL

/// How the way to the server is set up; comes from the configuration.
public struct TransportOptions: Sendable, Equatable {
  /// PEM file with certificate authorities that are trusted beside the system's.
  public let caFile: String?
  /// Through which every https request goes; nil goes straight to the server.
  public let proxy: ProxyAddress?
  /// Which hosts are reached without the proxy.
  public let exceptions: ProxyExceptions
  /// Until the connection stands, TLS included, in seconds.
  public let connectTimeoutSeconds: Int

  public init(
    caFile: String? = nil, proxy: ProxyAddress? = nil, exceptions: ProxyExceptions = .init(),
    connectTimeoutSeconds: Int = 10
  ) {
    self.caFile = caFile
    self.proxy = proxy
    self.exceptions = exceptions
    self.connectTimeoutSeconds = connectTimeoutSeconds
  }
}

extension TransportOptions {
  /// Only https goes through a proxy: http is for this machine itself.
  func isProxied(_ address: String) -> Bool {
    guard proxy != nil, let url = URL(string: address), url.scheme?.lowercased() == "https" else {
      return false
    }
    return !exceptions.contain(host: url.host() ?? "", port: url.port ?? 443)
  }
}

/// An HTTP proxy: `http://[user:password@]host[:port]`, the scheme may be left out.
public struct ProxyAddress: Sendable, Equatable {
  /// Of a proxy without one (curl's default).
  public static let defaultPort = 1080

  public let host: String
  public let port: Int
  let user: String?
  let password: String?

  /// Nil for anything else, such as a SOCKS address.
  public init?(_ text: String) {
    guard let url = URL(string: text.contains("://") ? text : "http://" + text),
      url.scheme?.lowercased() == "http", let host = url.host(), !host.isEmpty
    else { return nil }
    self.host = host
    port = url.port ?? Self.defaultPort
    user = url.user(percentEncoded: false)
    password = url.password(percentEncoded: false)
  }

  /// What `HTTPS_PROXY` or `https_proxy` says.
  public init?(environment: [String: String]) {
    guard let text = environment["HTTPS_PROXY"] ?? environment["https_proxy"] else { return nil }
    self.init(text)
  }
}

extension HTTPClient.Configuration {
  /// HTTP/1.1, one try, no redirect, no decompression: what arrives is what the server sent.
  init(_ options: TransportOptions, proxy: ProxyAddress?) {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let caFile = options.caFile { tls.additionalTrustRoots = [.file(caFile)] }
    self.init(
      tlsConfiguration: tls,
      // Headers prove who we are; another host must never see them.
      redirectConfiguration: .disallow,
      timeout: Timeout(connect: .seconds(Int64(options.connectTimeoutSeconds))),
      decompression: .disabled)
    httpVersion = .http1Only
    connectionPool.retryConnectionEstablishment = false
    // A connection kept for long may be closed by the server just when a decision leaves on it.
    connectionPool.idleTimeout = .seconds(2)
    self.proxy = proxy.map { proxy in
      .server(
        host: proxy.host, port: proxy.port,
        authorization: proxy.user.map {
          .basic(username: $0, password: proxy.password ?? "")
        })
    }
  }
}

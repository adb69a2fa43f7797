/// How the way to the server is set up; comes from the configuration.
public struct TransportOptions: Sendable, Equatable {
  /// PEM file with certificate authorities that are trusted beside the system's.
  public let caFile: String?
  /// `http://host:port`; nil goes straight to the server.
  public let proxy: String?

  public init(caFile: String? = nil, proxy: String? = nil) {
    self.caFile = caFile
    self.proxy = proxy
  }
}

import PowerAuth
import TokenModel

/// Which server a token belongs to, and how it speaks with it; comes from the configuration.
public struct TokenProfile: Sendable {
  /// The name by which the user tells profiles apart, such as `default`.
  public let name: String
  public let credentials: ApplicationCredentials
  public let version: ProtocolVersion
  /// What stands before `/pa`.
  public let server: ServerAddress
  /// What stands before `/api`; as a rule the same.
  public let mobileTokenServer: ServerAddress
  /// Value of `Accept-Language`, such as `cs` or `en`.
  public let language: String
  /// Value of `User-Agent`, which the server stores with each decision.
  ///
  /// `{language}` in it stands for what `Accept-Language` says in the same request.
  public let userAgent: String
  /// Sent at activation, such as `linux`.
  public let platform: String
  /// Sent at activation: distribution and kernel.
  public let deviceInfo: String
  /// Where the bank is asked to send push messages after each activation; nil for nowhere.
  public let push: PushRegistration?

  public init(
    name: String, credentials: ApplicationCredentials, version: ProtocolVersion = .v3_3,
    server: ServerAddress, mobileTokenServer: ServerAddress? = nil, language: String = "en",
    userAgent: String, platform: String = "linux", deviceInfo: String,
    push: PushRegistration? = nil
  ) {
    self.name = name
    self.credentials = credentials
    self.version = version
    self.server = server
    self.mobileTokenServer = mobileTokenServer ?? server
    self.language = language
    self.userAgent = userAgent
    self.platform = platform
    self.deviceInfo = deviceInfo
    self.push = push
  }
}

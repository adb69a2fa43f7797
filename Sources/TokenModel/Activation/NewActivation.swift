/// What a successful activation tells once.
public struct NewActivation: Sendable, Equatable {
  public let local: LocalActivation
  /// What replaces this device when it is lost; nil where the server gives none.
  public let recovery: RecoveryCodes?
  /// What the bank's server added for the application.
  public let customAttributes: [String: JSONValue]?
  public let userInfo: UserInfo?

  public init(
    local: LocalActivation, recovery: RecoveryCodes? = nil,
    customAttributes: [String: JSONValue]? = nil, userInfo: UserInfo? = nil
  ) {
    self.local = local
    self.recovery = recovery
    self.customAttributes = customAttributes
    self.userInfo = userInfo
  }
}

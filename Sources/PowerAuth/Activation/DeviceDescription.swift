/// How this device presents itself to the server.
public struct DeviceDescription: Sendable, Equatable {
  /// What the person calls the device.
  public let name: String
  /// For instance `linux`.
  public let platform: String
  /// For instance the model.
  public let info: String
  /// Free data for the bank.
  public let extras: String?

  /// A value longer than the server takes, in characters.
  public struct TooLong: Error, Equatable, Sendable {
    /// Name of the field as it travels.
    public let field: String
    /// Most characters the server takes.
    public let limit: Int

    /// A field beyond its limit.
    public init(field: String, limit: Int) {
      self.field = field
      self.limit = limit
    }
  }

  /// A description; its lengths are checked when it is sent.
  public init(name: String, platform: String, info: String, extras: String? = nil) {
    self.name = name
    self.platform = platform
    self.info = info
    self.extras = extras
  }

  /// A field that the server does not take without a text.
  public struct Empty: Error, Equatable, Sendable {
    /// Name of the field as it travels.
    public let field: String

    /// A field without a text.
    public init(field: String) { self.field = field }
  }

  /// Most characters, counted as UTF-16 units, of name, platform, device info and OTP.
  public static let nameLimit = 255
  /// Most characters of the extras.
  public static let extrasLimit = 4000

  /// Server limits: 255 characters, 4000 for the extras.
  func check(otp: String?) throws(TooLong) {
    let limit = Self.nameLimit
    try Self.check(name, "name", limit: limit)
    try Self.check(platform, "platform", limit: limit)
    try Self.check(info, "deviceInfo", limit: limit)
    try Self.check(otp, "otp", limit: limit)
    try Self.check(extras, "extras", limit: Self.extrasLimit)
  }

  static func check(_ value: String?, _ field: String, limit: Int) throws(TooLong) {
    // Java counts UTF-16 units.
    guard (value?.utf16.count ?? 0) <= limit else { throw TooLong(field: field, limit: limit) }
  }
}

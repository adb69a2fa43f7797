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

  /// Server limits: 255 characters, 4000 for the extras.
  func check(otp: String?) throws(TooLong) {
    let fields: [(String, String?, Int)] = [
      ("name", name, 255), ("platform", platform, 255), ("deviceInfo", info, 255),
      ("otp", otp, 255), ("extras", extras, 4000),
    ]
    for (field, value, limit) in fields where (value?.utf16.count ?? 0) > limit {
      throw TooLong(field: field, limit: limit)
    }
  }
}

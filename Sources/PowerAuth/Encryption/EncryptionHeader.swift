/// The header of a request that is encrypted but not signed.
public struct EncryptionHeader: Sendable, Equatable {
  /// Name of the HTTP header.
  public static let name = "X-PowerAuth-Encryption"

  /// The version whose rules encrypted the body.
  public let version: ProtocolVersion
  /// The configured Base64 text.
  public let applicationKey: String
  /// Required in activation scope, forbidden in application scope.
  public let activationID: String?

  /// A header for either scope.
  public init(version: ProtocolVersion, applicationKey: String, activationID: String? = nil) {
    self.version = version
    self.applicationKey = applicationKey
    self.activationID = activationID
  }

  /// Reads the header's value; the order of its fields is irrelevant.
  public init(parsing value: String) throws(HeaderFault) {
    let fields = try HeaderFields(parsing: value)
    version = try fields.version("version")
    applicationKey = try fields.required("application_key")
    activationID = fields["activation_id"]
  }

  /// The header's value.
  public var value: String {
    var fields = [("version", version.rawValue), ("application_key", applicationKey)]
    if let activationID { fields.append(("activation_id", activationID)) }
    return HeaderFields.text(fields.map { (key: $0.0, value: $0.1) })
  }
}

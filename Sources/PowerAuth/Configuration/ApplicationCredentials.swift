import PowerAuthCrypto

/// What identifies the application to the server, and the server to the application.
public struct ApplicationCredentials: Sendable, Equatable {
  /// Bytes of the key and of the secret.
  public static let keySize = 16

  /// 16 B in Base64, as configured: headers and computations use the text itself.
  public let applicationKey: String
  /// 16 B in Base64, as configured: computations use the text itself.
  public let applicationSecret: String
  /// The key by which the server signs codes and opens what comes before an activation.
  public let masterPublicKey: PublicKey

  /// Takes the three values in Base64; throws the first fault found.
  public init(
    applicationKey: String, applicationSecret: String, masterPublicKey: String
  ) throws(ConfigurationFault) {
    _ = try Self.decode(applicationKey, .applicationKey)
    _ = try Self.decode(applicationSecret, .applicationSecret)
    guard let point = Base64.decode(masterPublicKey) else { throw .notBase64(.masterPublicKey) }
    self.applicationKey = applicationKey
    self.applicationSecret = applicationSecret
    self.masterPublicKey = try Self.point(point)
  }

  /// Takes the single-line SDK configuration of the reference's section 2.
  public init(sdkConfiguration: String) throws(ConfigurationFault) {
    let content = try SDKConfiguration(parsing: sdkConfiguration)
    applicationKey = Base64.encode(content.applicationKey)
    applicationSecret = Base64.encode(content.applicationSecret)
    masterPublicKey = try Self.point(content.masterPublicKey)
  }

  /// A server's view of an application that it made itself.
  public init(applicationKey: [UInt8], applicationSecret: [UInt8], masterPublicKey: PublicKey) {
    self.applicationKey = Base64.encode(applicationKey)
    self.applicationSecret = Base64.encode(applicationSecret)
    self.masterPublicKey = masterPublicKey
  }

  /// The single-line form, by which a client is configured.
  public var sdkConfiguration: String {
    SDKConfiguration(
      applicationKey: Base64.decode(applicationKey) ?? [],
      applicationSecret: applicationSecretBytes,
      masterPublicKey: masterPublicKey.uncompressed
    ).text
  }

  /// The secret's 16 bytes.
  var applicationSecretBytes: [UInt8] { Base64.decode(applicationSecret) ?? [] }

  private static func decode(
    _ text: String, _ part: ConfigurationFault.Part
  ) throws(ConfigurationFault) -> [UInt8] {
    guard let bytes = Base64.decode(text) else { throw .notBase64(part) }
    guard bytes.count == keySize else {
      throw .wrongLength(part, expected: keySize, actual: bytes.count)
    }
    return bytes
  }

  private static func point(_ bytes: [UInt8]) throws(ConfigurationFault) -> PublicKey {
    do throws(CryptoError) {
      return try PublicKey(bytes)
    } catch {
      throw .notAPoint
    }
  }
}

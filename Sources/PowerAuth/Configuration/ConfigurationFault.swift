/// What is wrong with an application's configuration; it holds sizes and names, never key bytes.
public enum ConfigurationFault: Error, Equatable, Sendable {
  /// The part that is wrong.
  public enum Part: String, Sendable {
    case sdkConfiguration = "SDK configuration"
    case applicationKey = "application key"
    case applicationSecret = "application secret"
    case masterPublicKey = "master public key"
  }

  /// Not padded standard Base64.
  case notBase64(Part)
  /// Base64 of the wrong number of bytes.
  case wrongLength(Part, expected: Int, actual: Int)
  /// The bytes are not a point of P-256.
  case notAPoint
  /// The single-line configuration begins with another format version than 1.
  case unsupportedFormat(UInt8)
  /// The single-line configuration ends in the middle of a value.
  case truncated
  /// The single-line configuration goes on behind its last value, by so many bytes.
  case trailingBytes(Int)
  /// The single-line configuration holds no P-256 master public key, or more than one.
  case masterPublicKeyCount(Int)
}

extension ConfigurationFault: CustomStringConvertible {
  /// What is wrong, in English, without a full stop.
  public var description: String {
    switch self {
    case .notBase64(let part): "the \(part.rawValue) is not Base64"
    case .wrongLength(let part, let expected, let actual):
      "the \(part.rawValue) has \(actual) bytes, not \(expected)"
    case .notAPoint: "the master public key is not a point of the curve P-256"
    case .unsupportedFormat(let version):
      "the SDK configuration has format version \(version), not 1"
    case .truncated: "the SDK configuration is cut off"
    case .trailingBytes(let count):
      "the SDK configuration has \(count) bytes too many at its end"
    case .masterPublicKeyCount(let count):
      "the SDK configuration holds \(count) P-256 master public keys, not 1"
    }
  }
}

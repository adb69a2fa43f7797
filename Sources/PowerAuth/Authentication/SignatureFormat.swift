/// How the components of an online signature are written.
enum SignatureFormat {
  /// Eight decimal digits each, joined by `-`.
  case decimal
  /// The last 16 B of each, joined, in Base64.
  case base64

  /// Bytes of a component that the Base64 form keeps.
  private static let keptBytes = 16

  init(_ version: ProtocolVersion) {
    switch version {
    case .v3_0: self = .decimal
    case .v3_1, .v3_2, .v3_3: self = .base64
    }
  }

  func text(of components: [[UInt8]]) -> String {
    switch self {
    case .decimal: DecimalDigits.joined(components, length: DecimalDigits.defaultLength)
    case .base64: Base64.encode(components.flatMap { $0.suffix(Self.keptBytes) })
    }
  }
}

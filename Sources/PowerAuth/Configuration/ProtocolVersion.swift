/// The versions of the protocol that deployed servers speak.
///
/// What differs between them sits behind one type per concern, which a version chooses once:
/// `SignatureFormat`, `EciesRules`, `TokenDigestRule`.
public enum ProtocolVersion: String, CaseIterable, Codable, Sendable {
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v3_0 = "3.0"
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v3_1 = "3.1"
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v3_2 = "3.2"
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case v3_3 = "3.3"
}

extension ProtocolVersion: CustomStringConvertible {
  /// As it stands in headers, for instance `3.3`.
  public var description: String { rawValue }
}

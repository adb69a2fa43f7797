/// Which factors the server accepts for an operation (`allowedSignatureType`).
public struct AllowedSignature: Equatable, Sendable {
  /// `1FA`, `2FA`, `ECDSA` or a newer word; empty when absent.
  public let type: String
  /// Such as `possession_knowledge`; current servers send none for `1FA`.
  public let variants: [String]

  /// What this token has to do to approve.
  public enum Approval: Equatable, Sendable {
    /// One factor: possession alone, after an explicit confirmation.
    case confirmation
    /// Two factors: possession and the PIN.
    case pin
    /// Nothing that this token can offer.
    case unavailable
  }

  public init(type: String, variants: [String]) {
    self.type = type
    self.variants = variants
  }

  init(_ json: JSONValue?) {
    self.init(
      type: json?["type"]?.string ?? "",
      variants: json?["variants"]?.array?.compactMap(\.string) ?? [])
  }

  /// Whether biometry may stand in for the PIN.
  public var allowsBiometry: Bool { variants.contains("possession_biometry") }

  public var approval: Approval {
    if type == "1FA", variants.isEmpty || variants.contains("possession") { return .confirmation }
    return variants.contains("possession_knowledge") ? .pin : .unavailable
  }
}

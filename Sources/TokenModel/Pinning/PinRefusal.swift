/// A server's certificate is none of the pinned ones: the connection was closed, and nothing sent.
public struct PinRefusal: Error, Equatable, Sendable {
  /// The common name of the certificate; nil where it has none, or there was no certificate.
  public let name: String?
  /// SHA-256 of the certificate in DER, hexadecimal; empty where there was none.
  public let fingerprint: String
  public let reason: Reason

  public enum Reason: Equatable, Sendable {
    /// Others are pinned; `isListed` where they come from the bank's list.
    case differs(isListed: Bool)
    /// The certificate is for a name that the configuration does not expect.
    case unexpectedName
    /// The list pins issuers only, and those cannot be compared here.
    case issuersOnly
    /// Nothing is known of this name, and this came of fetching the list.
    case notListed(PinUpdate)
    /// The connection has no certificate at all.
    case noCertificate
  }

  public init(name: String?, fingerprint: String, reason: Reason) {
    self.name = name
    self.fingerprint = fingerprint
    self.reason = reason
  }

  /// The same after the list was fetched with that result, where that is what it is about.
  public func after(_ update: PinUpdate) -> PinRefusal {
    guard case .notListed = reason else { return self }
    return PinRefusal(name: name, fingerprint: fingerprint, reason: .notListed(update))
  }
}

/// What came of fetching the list of certificates (section 15.5).
public enum PinUpdate: String, Equatable, Sendable, CaseIterable {
  case ok
  /// The list holds nothing that has not expired.
  case storeIsEmpty
  case networkError
  case invalidData
  /// Not signed by the key of the configuration; all of it was dropped.
  case invalidSignature
}

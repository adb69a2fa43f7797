import PowerAuth

extension Set<Factors> {
  /// What endpoints take that are content with possession.
  static let any: Set = [
    .possession, .possessionKnowledge, .possessionBiometry, .possessionKnowledgeBiometry,
  ]
  /// What endpoints take that want a PIN or biometry beside the device.
  static let twoOrThree: Set = [
    .possessionKnowledge, .possessionBiometry, .possessionKnowledgeBiometry,
  ]
}

extension Call {
  /// The caller of one of the protocol's own endpoints, whose signature names `endpoint.uriId`.
  func signedCaller(_ endpoint: Endpoint, _ allowed: Set<Factors>) throws -> SignedCaller {
    do {
      return try SignatureGate.check(self, uriID: endpoint.uriId ?? "", allowed: allowed)
    } catch let fault as SignatureFault {
      switch fault {
      case .headerMissing: throw MobileFault.headerMissing
      case .factorsNotAllowed: throw MobileFault.signatureType
      case .invalid: throw MobileFault.signature
      }
    }
  }
}

extension Route {
  /// A POST to one of the protocol's own endpoints.
  init(_ endpoint: Endpoint, _ answer: @escaping @Sendable (Call) throws -> SandboxResponse) {
    self.init("POST", endpoint.path, answer)
  }
}

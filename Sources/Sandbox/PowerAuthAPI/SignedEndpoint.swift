import PowerAuth

extension Set<Factors> {
  /// What endpoints take that are content with possession.
  static let any: Set = [
    .possession, .possessionKnowledge, .possessionBiometry, .possessionKnowledgeBiometry,
  ]
  /// What endpoints take that want a PIN or biometry beside the device.
  static let two: Set = [.possessionKnowledge, .possessionBiometry]
  /// The same with both.
  static let twoOrThree: Set = [
    .possessionKnowledge, .possessionBiometry, .possessionKnowledgeBiometry,
  ]
}

extension Call {
  /// The caller of an endpoint whose signature names `endpoint.uriId`.
  ///
  /// Servers check most endpoints before they are reached, and say nothing of the cause. `body` is
  /// what the signature covers, unless that is the request's own body.
  func signedCaller(
    _ endpoint: Endpoint, _ allowed: Set<Factors>, body: [UInt8]? = nil
  ) throws -> SignedCaller {
    do {
      return try SignatureGate.check(
        self, uriID: endpoint.uriId ?? "", allowed: allowed, body: body)
    } catch is SignatureFault {
      throw MobileFault.signature
    }
  }

  /// The caller of one of the endpoints that check for themselves, and then say what was wrong.
  func explainedCaller(
    _ endpoint: Endpoint, _ allowed: Set<Factors>, isUpgrading: Bool = false,
    invalidHeader: Refusal = MobileFault.signature
  ) throws -> SignedCaller {
    do {
      return try SignatureGate.check(
        self, uriID: endpoint.uriId ?? "", allowed: allowed, isUpgrading: isUpgrading)
    } catch let fault as SignatureFault {
      switch fault {
      case .headerMissing: throw Refusal.generic
      case .headerInvalid: throw invalidHeader
      case .factorsNotAllowed: throw MobileFault.signatureType
      case .invalid: throw MobileFault.signature
      }
    }
  }

  /// The cryptogram of one of the protocol's own endpoints, with all that its version asks for.
  func cryptogram(_ version: ProtocolVersion) throws(Refusal) -> EciesRequest {
    guard let request: EciesRequest = try? WireJSON.decode(from: request.body),
      request.isComplete(in: version)
    else { throw MobileFault.request }
    return request
  }
}

extension Route {
  /// A POST to one of the protocol's own endpoints.
  init(_ endpoint: Endpoint, _ answer: @escaping @Sendable (Call) throws -> SandboxResponse) {
    self.init("POST", endpoint.path, answer)
  }
}

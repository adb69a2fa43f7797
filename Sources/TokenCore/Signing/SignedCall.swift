import PowerAuth
import TokenModel

/// Where a signed request goes and what proves it.
struct SignedCall: Sendable {
  let method: String
  let url: String
  let uriID: String
  let factors: Factors
  /// What the person adds to possession; nil where nothing is added.
  let second: SecondFactor?

  /// A request of possession and `second`.
  init(_ url: String, uriID: String, with second: SecondFactor? = nil) {
    self.init(url, uriID: uriID, factors: Factors(adding: second), with: second)
  }

  init(
    method: String = "POST", _ url: String, uriID: String, factors: Factors,
    with second: SecondFactor? = nil
  ) {
    self.method = method
    self.url = url
    self.uriID = uriID
    self.factors = factors
    self.second = second
  }

  /// A request to one of the protocol's own endpoints, of possession and `second` unless told otherwise.
  init(
    _ endpoint: Endpoint, of server: ServerAddress, factors: Factors? = nil,
    with second: SecondFactor? = nil
  ) {
    self.init(
      server.url(endpoint.path), uriID: endpoint.uriId ?? "",
      factors: factors ?? Factors(adding: second), with: second)
  }
}

extension Factors {
  /// Possession and what the person adds.
  init(adding second: SecondFactor?) {
    switch second {
    case .pin: self = .possessionKnowledge
    case .biometry: self = .possessionBiometry
    case nil: self = .possession
    }
  }
}

/// What a signed request carries.
enum SignedContent: Sendable {
  /// Signed and sent as it is; the answer is an envelope that says OK.
  case plain([UInt8])
  /// Sent encrypted for this activation, and answered so.
  case encrypted([UInt8], EciesPurpose, signing: SignedForm = .cryptogram)

  /// What of an encrypted request its signature covers.
  enum SignedForm: Sendable {
    /// What is sent: the protocol's own endpoints.
    case cryptogram
    /// What was encrypted: generic endpoints.
    case plaintext
  }
}

/// What a signed request was answered.
struct SignedReply: Sendable {
  let answer: Answer
  /// What was in the answer, where it was encrypted.
  let plaintext: Secret?
  /// The activation that signed.
  let activation: StoredActivation
}

/// What differs between the protocol versions in end-to-end encryption (reference section 11).
struct EciesRules {
  /// Where the initialization vector comes from.
  enum Vector {
    /// Sixteen zero bytes.
    case zero
    /// Derived from the request's nonce, for the response as well.
    case requestNonce
    /// Derived from each message's own nonce.
    case ownNonce
  }

  let vector: Vector
  /// Whether `version ‖` stands before the first shared info, and all of the message's surroundings
  /// behind the ciphertext in the MAC.
  let bindsSurroundings: Bool
  /// Whether a temporary key of the server takes the place of its lasting one.
  let usesTemporaryKey: Bool

  init(_ version: ProtocolVersion) {
    switch version {
    case .v3_0: self.init(vector: .zero, bindsSurroundings: false, usesTemporaryKey: false)
    case .v3_1: self.init(vector: .requestNonce, bindsSurroundings: false, usesTemporaryKey: false)
    case .v3_2: self.init(vector: .ownNonce, bindsSurroundings: true, usesTemporaryKey: false)
    case .v3_3: self.init(vector: .ownNonce, bindsSurroundings: true, usesTemporaryKey: true)
    }
  }

  private init(vector: Vector, bindsSurroundings: Bool, usesTemporaryKey: Bool) {
    self.vector = vector
    self.bindsSurroundings = bindsSurroundings
    self.usesTemporaryKey = usesTemporaryKey
  }

  /// Whether a request carries a nonce.
  var requestHasNonce: Bool {
    switch vector {
    case .zero: false
    case .requestNonce, .ownNonce: true
    }
  }

  /// Whether a response carries a nonce of its own, and both messages a timestamp.
  var hasTimestamp: Bool { bindsSurroundings }
}

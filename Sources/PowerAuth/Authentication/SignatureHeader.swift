import PowerAuthCrypto

/// The header that carries a signature.
public struct SignatureHeader: Sendable, Equatable {
  /// Name of the HTTP header.
  public static let name = "X-PowerAuth-Authorization"

  /// The version whose rules made the signature.
  public let version: ProtocolVersion
  /// Whose keys signed.
  public let activationID: String
  /// The configured Base64 text.
  public let applicationKey: String
  /// 16 B.
  public let nonce: [UInt8]
  /// Which keys signed.
  public let factors: Factors
  /// As `OnlineSignature.compute` gave it.
  public let signature: String

  /// A header of parts that are at hand already.
  public init(
    version: ProtocolVersion, activationID: String, applicationKey: String, nonce: [UInt8],
    factors: Factors, signature: String
  ) {
    self.version = version
    self.activationID = activationID
    self.applicationKey = applicationKey
    self.nonce = nonce
    self.factors = factors
    self.signature = signature
  }

  /// Signs one POST request; the caller has stored `counter.stepped()` before it is sent.
  ///
  /// `body` is signed as it will be sent. The nonce must not repeat; the default is random.
  public init(
    signing body: [UInt8], uriId: String, activationID: String,
    credentials: ApplicationCredentials, keys: FactorKeys, factors: Factors,
    counter: SignatureCounter, version: ProtocolVersion,
    nonce: [UInt8] = SecureRandom.bytes(SignedRequestData.nonceSize)
  ) throws {
    let base = SignedRequestData(
      method: "POST", uriId: uriId, nonce: nonce, body: body,
      applicationSecret: credentials.applicationSecret)
    self.init(
      version: version, activationID: activationID, applicationKey: credentials.applicationKey,
      nonce: nonce, factors: factors,
      signature: try OnlineSignature.compute(
        base: base, keys: keys, factors: factors, counter: counter, version: version))
  }

  /// What the signature must cover, for a server that received `body`.
  public func signedData(
    method: String = "POST", uriId: String, body: [UInt8], applicationSecret: String
  ) -> SignedRequestData {
    SignedRequestData(
      method: method, uriId: uriId, nonce: nonce, body: body,
      applicationSecret: applicationSecret)
  }

  /// Reads the header's value; the order of its fields is irrelevant.
  public init(parsing value: String) throws(HeaderFault) {
    let fields = try HeaderFields(parsing: value)
    version = try fields.version("pa_version")
    activationID = try fields.required("pa_activation_id")
    applicationKey = try fields.required("pa_application_key")
    nonce = try fields.bytes("pa_nonce", count: SignedRequestData.nonceSize)
    guard let factors = Factors(rawValue: try fields.required("pa_signature_type").lowercased())
    else { throw .invalid("pa_signature_type") }
    self.factors = factors
    signature = try fields.required("pa_signature")
  }

  /// The header's value.
  public var value: String {
    HeaderFields.text([
      ("pa_version", version.rawValue),
      ("pa_activation_id", activationID),
      ("pa_application_key", applicationKey),
      ("pa_nonce", Base64.encode(nonce)),
      ("pa_signature_type", factors.rawValue),
      ("pa_signature", signature),
    ])
  }
}

import PowerAuthCrypto
import TokenModel

/// The server's side of an activation: opens one request, then answers it.
public struct ServerActivation: Sendable {
  /// The request was not opened or is not what it must be.
  public struct Refused: Error, Equatable, Sendable {
    /// A refusal says nothing more.
    public init() {}
  }

  /// What the outer layer says.
  public let outer: ActivationLayer1Request
  /// What the inner layer says.
  public let inner: ActivationLayer2Request
  /// The device's key, checked.
  public let devicePublicKey: PublicKey
  private var layer1: EciesDecryptor
  private var layer2: EciesDecryptor

  /// What a server keeps of an activation that it answered.
  public struct Keys: Sendable, Equatable {
    /// The server's key pair for this activation.
    public let serverKey: PrivateKey
    public let devicePublicKey: PublicKey
    /// The counter of the first signature.
    public let counter: SignatureCounter

    /// The keys shared with the device.
    public func derived() throws -> DerivedKeys { try DerivedKeys(serverKey, devicePublicKey) }
  }

  /// Opens both layers with the master key, in 3.3 with the temporary key; throws `Refused`.
  public init(
    opening request: EciesRequest, version: ProtocolVersion,
    credentials: ApplicationCredentials, privateKey: PrivateKey, temporaryKeyID: String? = nil
  ) throws(Refused) {
    do {
      func decryptor(_ purpose: EciesPurpose) throws -> EciesDecryptor {
        EciesDecryptor(
          try EciesContext(
            version: version, credentials: credentials, scope: .application, purpose: purpose,
            temporaryKeyID: temporaryKeyID),
          privateKey: privateKey)
      }
      layer1 = try decryptor(.application)
      layer2 = try decryptor(.activationLayer2)
      outer = try WireJSON.decode(from: try layer1.decrypt(request))
      inner = try WireJSON.decode(from: try layer2.decrypt(outer.activationData))
      guard let point = Base64.decode(inner.devicePublicKey) else { throw Refused() }
      devicePublicKey = try PublicKey(point)
    } catch {
      throw Refused()
    }
  }

  /// Answers with a new server key and counter; both defaults are random.
  ///
  /// `timestamp` in milliseconds is the server's own time.
  public mutating func respond(
    activationID: String, timestamp: Int64, serverKey: PrivateKey = .generate(),
    counter: SignatureCounter = .random(), recovery: ActivationRecovery? = nil,
    customAttributes: [String: JSONValue]? = nil, userInfo: JSONValue? = nil
  ) throws -> (response: EciesResponse, keys: Keys) {
    let answer = ActivationLayer2Response(
      activationId: activationID,
      serverPublicKey: Base64.encode(serverKey.publicKey.uncompressed),
      ctrData: Base64.encode(counter.data), activationRecovery: recovery)
    let sealed = ActivationLayer1Response(
      customAttributes: customAttributes, userInfo: userInfo,
      activationData: try layer2.encrypt(try WireJSON.encode(answer), timestamp: timestamp))
    let response = try layer1.encrypt(try WireJSON.encode(sealed), timestamp: timestamp)
    let keys = Keys(serverKey: serverKey, devicePublicKey: devicePublicKey, counter: counter)
    return (response, keys)
  }
}

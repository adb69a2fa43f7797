import PowerAuth
import TokenModel

/// An activation as it is remembered: what signing and encryption need, and what may be shown.
public struct StoredActivation: Sendable, Equatable {
  /// The server's identifier, name of this device and fingerprint.
  public let local: LocalActivation
  /// The server's key for this activation, 33 or 65 B.
  public let serverPublicKey: [UInt8]
  /// The device's private key, encrypted under the vault key, which is not kept.
  public let encryptedDeviceKey: [UInt8]
  /// 16 B.
  public let possessionKey: Secret
  /// 16 B.
  public let transportKey: Secret
  public let knowledge: WrappedKnowledgeKey
  /// The one that the next signature will use.
  public let counter: SignatureCounter

  public init(
    local: LocalActivation, serverPublicKey: [UInt8], encryptedDeviceKey: [UInt8],
    possessionKey: Secret, transportKey: Secret, knowledge: WrappedKnowledgeKey,
    counter: SignatureCounter
  ) {
    self.local = local
    self.serverPublicKey = serverPublicKey
    self.encryptedDeviceKey = encryptedDeviceKey
    self.possessionKey = possessionKey
    self.transportKey = transportKey
    self.knowledge = knowledge
    self.counter = counter
  }

  /// The server's identifier.
  public var id: String { local.activationID }
}

/// The knowledge key under the PIN, without anything by which a guess could be checked.
public struct WrappedKnowledgeKey: Sendable, Equatable {
  /// 16 B: any PIN opens it to some key, and only the server can tell which is right.
  public let wrappedKey: [UInt8]
  /// 16 B.
  public let salt: [UInt8]
  /// Rounds of PBKDF2.
  public let iterations: Int

  public init(wrappedKey: [UInt8], salt: [UInt8], iterations: Int) {
    self.wrappedKey = wrappedKey
    self.salt = salt
    self.iterations = iterations
  }
}

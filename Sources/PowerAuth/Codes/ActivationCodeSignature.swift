import PowerAuthCrypto
import TokenModel

/// The signature by which a server vouches for an activation code.
public enum ActivationCodeSignature {
  /// The server's side: ECDSA over the code's 23 characters, DER.
  public static func sign(_ code: ActivationCode, by masterKey: PrivateKey) -> [UInt8] {
    masterKey.signature(for: Array(code.text.utf8))
  }

  /// Whether the code's signature is the master key's; nil when the code carries none.
  public static func isValid(_ code: ActivationCode, by masterKey: PublicKey) -> Bool? {
    code.signature.map { masterKey.isValid($0, for: Array(code.text.utf8)) }
  }
}

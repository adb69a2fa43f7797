import PowerAuthCrypto
import TokenModel

/// How the two numbers of an ECDSA signature are written: `.der`, or `.raw` (r ‖ s, 64 B).
public typealias SignatureEncoding = ECDSAFormat

/// What the device signs with its own private key: ECDSA over SHA-256 (reference section 13).
public enum DeviceSignature {
  /// Signs with a key that `DeviceKeyWrap.unwrap` gave; drop the key at once, which wipes it.
  public static func sign(
    _ data: [UInt8], by deviceKey: PrivateKey, encoding: SignatureEncoding = .der
  ) -> [UInt8] {
    deviceKey.signature(for: data, format: encoding)
  }

  /// The server's side: whether the device with this key signed `data`; garbage is merely false.
  public static func isValid(
    _ signature: [UInt8], of data: [UInt8], by deviceKey: PublicKey,
    encoding: SignatureEncoding = .der
  ) -> Bool {
    deviceKey.isValid(signature, for: data, format: encoding)
  }
}

/// A JSON web token that the device signs with its own key (ES256).
public enum DeviceJWT {
  /// Header `{"alg":"ES256","typ":"JWT"}`; claims that are no JSON object throw `JWTFault.claims`.
  public static func sign(_ claims: JSONValue, by deviceKey: PrivateKey) throws -> String {
    guard claims.object != nil else { throw JWTFault.claims }
    return try JWT.text(claims, signedBy: deviceKey)
  }

  /// The server's side: the claims that the device with this key signed.
  public static func verify(
    _ text: String, by deviceKey: PublicKey
  ) throws(JWTFault) -> JSONValue {
    let claims: JSONValue = try JWT(parsing: text, signedBy: deviceKey).claims()
    guard claims.object != nil else { throw .claims }
    return claims
  }
}

/// The two keys by which a server vouches for data; the raw value stands in offline QR codes.
public enum ServerKey: Character, Sendable, CaseIterable {
  /// The application's master key: valid without an activation.
  case master = "0"
  /// The server's key for one activation.
  case personalized = "1"
}

/// Data that a server signed: ECDSA over SHA-256 by one of its two keys.
public enum ServerSignature {
  /// Whether `key` signed `data`; garbage is merely false.
  public static func isValid(
    _ signature: [UInt8], of data: [UInt8], by key: PublicKey, encoding: SignatureEncoding = .der
  ) -> Bool {
    key.isValid(signature, for: data, format: encoding)
  }

  /// The server's side.
  public static func sign(
    _ data: [UInt8], by key: PrivateKey, encoding: SignatureEncoding = .der
  ) -> [UInt8] {
    key.signature(for: data, format: encoding)
  }
}

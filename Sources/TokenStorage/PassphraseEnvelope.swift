import FoundationEssentials
import PowerAuthCrypto
import TokenModel

/// A file that only a passphrase opens: what leaves this machine, such as an exported activation.
///
/// One JSON object: `format` and `version` name it, `kdf`, `iterations` and `salt` say how the key comes
/// from the passphrase (PBKDF2-HMAC-SHA256, 600,000 rounds, 16 random bytes), `box` is AES-256-GCM:
/// nonce (12 B) ‖ ciphertext ‖ tag (16 B), authenticating all the other members. Binary is Base64.
public enum PassphraseEnvelope {
  private static let format = "countersign-state"
  private static let version = 1
  private static let kdf = "PBKDF2-HMAC-SHA256"
  /// OWASP's advice of 2023 for this function.
  private static let iterations = 600_000
  /// Rounds beyond which a file is only meant to keep us busy.
  private static let mostIterations = 10_000_000
  private static let saltSize = 16

  /// The members in the clear; all are authenticated.
  private struct Content: Codable {
    let format: String
    let version: Int
    let kdf: String
    let iterations: Int
    let salt: String
    let box: String

    var context: [UInt8] {
      Array("\(format):\(version):\(kdf):\(iterations):\(salt)".utf8)
    }
  }

  /// Whether `bytes` are such a file, whatever its version; the passphrase is not needed for that.
  public static func isEnvelope(_ bytes: [UInt8]) -> Bool {
    guard let json = try? JSONValue(parsing: bytes) else { return false }
    return json["format"]?.string == format
  }

  /// Locks `secret` under a passphrase; every file has a salt of its own.
  ///
  /// Unlike a PIN, a passphrase can be guessed without asking anybody: the caller asks for a long one.
  public static func seal(_ secret: Secret, passphrase: Secret) throws -> [UInt8] {
    let salt = SecureRandom.bytes(saltSize)
    let open = Content(
      format: format, version: version, kdf: kdf, iterations: iterations,
      salt: Data(salt).base64EncodedString(), box: "")
    let key = try key(passphrase, salt, iterations)
    let box = try AESGCM.seal(secret, key: key, authenticating: open.context)
    let content = Content(
      format: open.format, version: open.version, kdf: open.kdf, iterations: open.iterations,
      salt: open.salt, box: Data(box).base64EncodedString())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(content)) + [UInt8(ascii: "\n")]
  }

  /// What was locked; throws `notAState`, `unsupportedVersion` and `wrongPassphrase`.
  ///
  /// A damaged file cannot be told from a wrong passphrase.
  public static func open(
    _ bytes: [UInt8], passphrase: Secret
  ) throws(PortableStateFault) -> Secret {
    guard isEnvelope(bytes), let json = try? JSONValue(parsing: bytes) else { throw .notAState }
    if let found = json["version"]?.int, found != version {
      throw .unsupportedVersion(Int(clamping: found))
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)),
      content.kdf == kdf, (PBKDF2.minimumIterations...mostIterations).contains(content.iterations),
      let salt = Data(base64Encoded: content.salt), salt.count == saltSize,
      let box = Data(base64Encoded: content.box)
    else { throw .notAState }
    do {
      let key = try key(passphrase, Array(salt), content.iterations)
      return try AESGCM.open(Array(box), key: key, authenticating: content.context)
    } catch {
      throw .wrongPassphrase
    }
  }

  private static func key(
    _ passphrase: Secret, _ salt: [UInt8], _ iterations: Int
  ) throws -> Secret {
    try PBKDF2.derive(
      from: passphrase, salt: salt, iterations: iterations, hash: .sha256, count: AESGCM.keySize)
  }
}

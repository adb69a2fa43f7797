import COpenSSL
import TokenModel

/// PBKDF2 (RFC 8018) over HMAC-SHA1 or HMAC-SHA256.
public enum PBKDF2 {
  /// The hash below the HMAC.
  public enum Hash: String, Sendable {
    case sha1, sha256

    var digest: MessageDigest {
      switch self {
      case .sha1: .sha1
      case .sha256: .sha256
      }
    }
  }

  /// The fewest rounds that `derive` accepts (reference client's own count).
  public static let minimumIterations = 10_000

  /// `count` bytes derived from `password`; throws below `minimumIterations`.
  public static func derive(
    from password: Secret, salt: [UInt8], iterations: Int, hash: Hash, count: Int
  ) throws -> Secret {
    guard iterations >= minimumIterations, iterations <= Int32.max else {
      throw CryptoError.tooFewIterations(iterations)
    }
    return derive(
      from: password, salt: salt, insecureIterations: Int32(iterations), hash: hash, count: count)
  }

  /// As `derive`, without the floor: for published test vectors only.
  static func derive(
    from password: Secret, salt: [UInt8], insecureIterations: Int32, hash: Hash, count: Int
  ) -> Secret {
    Secret(count: count) { output in
      let done = password.withUnsafeBytes { password in
        PKCS5_PBKDF2_HMAC(
          password.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count),
          salt, Int32(salt.count), insecureIterations, hash.digest.handle,
          Int32(output.count), output.bytes)
      }
      require(done == 1, "PKCS5_PBKDF2_HMAC")
    }
  }
}

import COpenSSL
import TokenModel

/// PBKDF2 (RFC 8018) over HMAC-SHA1 or HMAC-SHA256.
public enum PBKDF2 {
  /// The hash below the HMAC.
  public enum Hash: String, Sendable {
    case sha1, sha256
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
    switch hash {
    case .sha256:
      derive(SHA256Blocks.self, from: password, salt, insecureIterations, count: count)
    case .sha1:
      derive(SHA1Blocks.self, from: password, salt, insecureIterations, count: count)
    }
  }

  private static func derive<Hash: BlockHash>(
    _ hash: Hash.Type, from password: Secret, _ salt: [UInt8], _ iterations: Int32, count: Int
  ) -> Secret {
    Secret(count: count) { output in
      let whole = (count + Hash.byteCount - 1) / Hash.byteCount * Hash.byteCount
      withWipedBytes(whole) { sums in
        password.withUnsafeBytes { password in
          firstRound(hash, password, salt, sums)
          PBKDF2Rounds<Hash>.with(password) { rounds in
            for start in stride(from: 0, to: whole, by: Hash.byteCount) {
              let sum = sums[start..<start + Hash.byteCount]
              rounds.run(iterations, UnsafeMutableRawBufferPointer(rebasing: sum))
            }
          }
        }
        output.copyMemory(from: UnsafeRawBufferPointer(rebasing: sums[..<count]))
      }
    }
  }

  /// What libcrypto derives with one round is the first round's digest of every block.
  private static func firstRound<Hash: BlockHash>(
    _ hash: Hash.Type, _ password: UnsafeRawBufferPointer, _ salt: [UInt8],
    _ output: UnsafeMutableRawBufferPointer
  ) {
    let done = PKCS5_PBKDF2_HMAC(
      password.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count),
      salt, Int32(salt.count), 1, Hash.digest.handle, Int32(output.count), output.bytes)
    require(done == 1, "PKCS5_PBKDF2_HMAC")
  }
}

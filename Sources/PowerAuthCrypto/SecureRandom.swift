import COpenSSL
import TokenModel

/// Bytes from libcrypto's generator, seeded by the kernel.
public enum SecureRandom {
  /// `count` unpredictable bytes, for values that will be public (nonces, salts, challenges).
  public static func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      require(RAND_bytes(buffer.baseAddress, Int32(count)) == 1, "RAND_bytes")
      initialized = count
    }
  }

  /// `count` unpredictable bytes that stay secret (keys).
  public static func secret(_ count: Int) -> Secret {
    Secret(count: count) { buffer in
      require(RAND_priv_bytes(buffer.bytes, Int32(count)) == 1, "RAND_priv_bytes")
    }
  }
}

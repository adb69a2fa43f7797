import COpenSSL
import Glibc
import TokenModel

/// Bytes from the kernel's generator, or from libcrypto's, which the kernel seeds.
public enum SecureRandom {
  /// `count` unpredictable bytes, for values that will be public (nonces, salts, challenges).
  ///
  /// Straight from the kernel: half the time of libcrypto's generator, whose work per call is worth
  /// several signatures.
  public static func bytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[initialized..<count])
        let read = getrandom(rest.baseAddress, rest.count, 0)
        require(read > 0 || errno == EINTR, "getrandom")
        initialized += max(0, read)
      }
    }
  }

  /// `count` unpredictable bytes that stay secret (keys).
  public static func secret(_ count: Int) -> Secret {
    Secret(count: count) { buffer in
      require(RAND_priv_bytes(buffer.bytes, Int32(count)) == 1, "RAND_priv_bytes")
    }
  }
}

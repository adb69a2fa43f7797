import COpenSSL
import TokenModel

/// Lends `byteCount` bytes for the duration of `body` and wipes them on every way out.
///
/// For intermediates that live for one computation: much cheaper than a `Secret`, which owns pages.
public func withWipedBytes<Result>(
  _ byteCount: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> Result
) rethrows -> Result {
  try withUnsafeTemporaryAllocation(byteCount: byteCount, alignment: 16) { bytes in
    defer { OPENSSL_cleanse(bytes.baseAddress, bytes.count) }
    return try body(bytes)
  }
}

extension Array where Element == UInt8 {
  /// Zeroes the bytes in place, for buffers that had to be arrays for a while.
  public mutating func wipe() {
    withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
  }
}

extension UnsafeRawBufferPointer {
  /// The start as libcrypto wants it.
  var bytes: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

extension UnsafeMutableRawBufferPointer {
  /// The start as libcrypto wants it.
  var bytes: UnsafeMutablePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}

import COpenSSL
import TokenModel

/// HMAC-SHA256 (RFC 2104).
///
/// The pads are laid out here and hashed by libcrypto in one lent context: several times quicker per
/// call than `EVP_MAC`, whose contexts are built anew for each key.
public enum HMACSHA256 {
  /// Bytes of a code.
  public static let byteCount = 32
  private static let blockSize = 64

  /// The code of `data` under `key`, 32 B.
  public static func code(of data: [UInt8], key: Secret) -> [UInt8] {
    key.withUnsafeBytes { key in
      data.withUnsafeBytes { data in
        [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
          code(of: data, key: key, into: UnsafeMutableRawBufferPointer(buffer))
          count = byteCount
        }
      }
    }
  }

  /// Writes the code of `data` under `key` to the first 32 B of `output`, which may be `key` itself.
  public static func code(
    of data: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) {
    SHA256Context.with { context in
      withWipedBytes(blockSize) { pad in
        fill(pad, with: key, context)
        xor(pad, 0x36)
        hash(pad, data, context, into: output)
        xor(pad, 0x36 ^ 0x5c)
        let inner = UnsafeRawBufferPointer(rebasing: output[..<byteCount])
        hash(pad, inner, context, into: output)
      }
    }
  }

  private static func hash(
    _ pad: UnsafeMutableRawBufferPointer, _ data: UnsafeRawBufferPointer,
    _ context: SHA256Context, into output: UnsafeMutableRawBufferPointer
  ) {
    context.start()
    context.update(UnsafeRawBufferPointer(pad))
    context.update(data)
    context.finish(into: output)
  }

  /// Whether `code` belongs to `data`, compared in constant time.
  public static func isValid(_ code: [UInt8], of data: [UInt8], key: Secret) -> Bool {
    ConstantTime.equal(code, Self.code(of: data, key: key))
  }

  private static func fill(
    _ pad: UnsafeMutableRawBufferPointer, with key: UnsafeRawBufferPointer,
    _ context: SHA256Context
  ) {
    pad.initializeMemory(as: UInt8.self, repeating: 0)
    if key.count > blockSize {
      context.hash(key, into: pad)
    } else {
      pad.copyMemory(from: key)
    }
  }

  private static func xor(_ pad: UnsafeMutableRawBufferPointer, _ byte: UInt8) {
    let word = UInt64(byte) &* 0x0101_0101_0101_0101
    for offset in stride(from: 0, to: blockSize, by: 8) {
      let value = pad.load(fromByteOffset: offset, as: UInt64.self)
      pad.storeBytes(of: value ^ word, toByteOffset: offset, as: UInt64.self)
    }
  }
}

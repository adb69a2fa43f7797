import PowerAuthCrypto
import TokenModel

/// The computation that online and offline signatures share: one 32 B component per factor.
enum SignatureComponents {
  /// The components over `data`, in the order of `keys`.
  ///
  /// The start of component i is key i itself; the pseudo-code in the public documents, which reads
  /// as key 0, does not match deployed servers.
  static func compute(
    _ data: SignedRequestData, keys: [Secret], counter: SignatureCounter
  ) -> [[UInt8]] {
    let size = HMACSHA256.byteCount
    return withWipedBytes(size * (keys.count + 1)) { scratch in
      let derived = keys.indices.map {
        UnsafeMutableRawBufferPointer(rebasing: scratch[($0 * size)..<(($0 + 1) * size)])
      }
      let chained = UnsafeMutableRawBufferPointer(rebasing: scratch[(keys.count * size)...])
      for (key, output) in zip(keys, derived) { derive(key, counter, into: output) }
      return keys.indices.map { index in
        chained.copyMemory(from: UnsafeRawBufferPointer(derived[index]))
        for link in derived.prefix(index + 1).dropFirst() {
          HMACSHA256.code(
            of: UnsafeRawBufferPointer(chained), key: UnsafeRawBufferPointer(link), into: chained)
        }
        return code(of: data.bytes, key: chained)
      }
    }
  }

  private static func derive(
    _ key: Secret, _ counter: SignatureCounter, into output: UnsafeMutableRawBufferPointer
  ) {
    key.withUnsafeBytes { key in
      counter.data.withUnsafeBytes { HMACSHA256.code(of: $0, key: key, into: output) }
    }
  }

  private static func code(
    of data: [UInt8], key: UnsafeMutableRawBufferPointer
  ) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: HMACSHA256.byteCount) { buffer, count in
      data.withUnsafeBytes {
        HMACSHA256.code(
          of: $0, key: UnsafeRawBufferPointer(key), into: UnsafeMutableRawBufferPointer(buffer))
      }
      count = HMACSHA256.byteCount
    }
  }
}

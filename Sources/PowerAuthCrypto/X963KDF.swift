import TokenModel

/// The key derivation function of ANSI X9.63 with SHA-256.
public enum X963KDF {
  /// Writes `output.count` bytes derived from `secret` and `sharedInfo`.
  public static func derive(
    from secret: UnsafeRawBufferPointer, sharedInfo: [UInt8],
    into output: UnsafeMutableRawBufferPointer
  ) {
    let context = SHA256Context()
    withWipedBytes(SHA256.byteCount) { block in
      var counter: UInt32 = 1
      var written = 0
      while written < output.count {
        context.start()
        context.update(secret)
        withUnsafeBytes(of: counter.bigEndian) { context.update($0) }
        sharedInfo.withUnsafeBytes { context.update($0) }
        context.finish(into: block)
        let count = min(block.count, output.count - written)
        UnsafeMutableRawBufferPointer(rebasing: output[written..<(written + count)])
          .copyBytes(from: block[..<count])
        written += count
        counter += 1
      }
    }
  }

  /// `count` bytes derived from `secret` and `sharedInfo`.
  public static func derive(from secret: Secret, sharedInfo: [UInt8], count: Int) -> Secret {
    Secret(count: count) { output in
      secret.withUnsafeBytes { derive(from: $0, sharedInfo: sharedInfo, into: output) }
    }
  }
}

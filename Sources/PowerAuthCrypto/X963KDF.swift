import TokenModel

/// The key derivation function of ANSI X9.63 with SHA-256.
public enum X963KDF {
  /// Writes `output.count` bytes derived from `secret` and `sharedInfo`.
  public static func derive(
    from secret: UnsafeRawBufferPointer, sharedInfo: [UInt8],
    into output: UnsafeMutableRawBufferPointer
  ) {
    SHA256Context.with { context in
      withWipedBytes(SHA256.byteCount) { block in
        var counter: UInt32 = 1
        for start in stride(from: 0, to: output.count, by: block.count) {
          context.start()
          context.update(secret)
          withUnsafeBytes(of: counter.bigEndian) { context.update($0) }
          sharedInfo.withUnsafeBytes { context.update($0) }
          context.finish(into: block)
          let end = min(output.count, start + block.count)
          UnsafeMutableRawBufferPointer(rebasing: output[start..<end])
            .copyBytes(from: block[..<(end - start)])
          counter += 1
        }
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

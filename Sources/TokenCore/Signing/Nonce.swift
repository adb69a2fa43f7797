import TokenModel

/// Random bytes from the kernel's generator.
enum Nonce {
  /// Bytes that travel openly.
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Bytes that stay secret.
  static func secret(_ count: Int) -> Secret {
    var generator = SystemRandomNumberGenerator()
    return Secret(count: count) { buffer in
      for index in buffer.indices {
        buffer[index] = UInt8.random(in: .min ... .max, using: &generator)
      }
    }
  }
}

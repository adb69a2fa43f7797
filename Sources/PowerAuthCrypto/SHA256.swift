import COpenSSL

/// SHA-256.
public enum SHA256 {
  /// Bytes of a digest.
  public static let byteCount = 32

  /// The digest of `data`, 32 B.
  public static func hash(_ data: [UInt8]) -> [UInt8] {
    data.withUnsafeBytes { data in
      [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
        hash(data, into: UnsafeMutableRawBufferPointer(buffer))
        count = byteCount
      }
    }
  }

  /// Writes the digest of `data` to the first 32 B of `output`.
  public static func hash(
    _ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) {
    SHA256Context.with { $0.hash(data, into: output) }
  }
}

/// The state of a digest in lent memory that is wiped.
///
/// libcrypto's own functions for the one algorithm: a context of EVP costs an allocation and more
/// time than the few blocks that the protocol hashes at once.
struct SHA256Context {
  private let state: UnsafeMutablePointer<SHA256_CTX>

  /// Lends a context for the duration of `body`.
  static func with<Result>(_ body: (SHA256Context) throws -> Result) rethrows -> Result {
    try withWipedBytes(MemoryLayout<SHA256_CTX>.size) { memory in
      let state = memory.baseAddress?.bindMemory(to: SHA256_CTX.self, capacity: 1)
      return try body(SHA256Context(state: require(state, "memory for SHA-256")))
    }
  }

  func start() { require(SHA256_Init(state) == 1, "SHA256_Init") }

  func update(_ data: UnsafeRawBufferPointer) {
    require(SHA256_Update(state, data.baseAddress, data.count) == 1, "SHA256_Update")
  }

  /// Writes 32 B, which may overlap what was hashed.
  func finish(into output: UnsafeMutableRawBufferPointer) {
    precondition(output.count >= SHA256.byteCount)
    require(SHA256_Final(output.bytes, state) == 1, "SHA256_Final")
  }

  func hash(_ data: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) {
    start()
    update(data)
    finish(into: output)
  }
}

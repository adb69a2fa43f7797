import COpenSSL

/// A hash of 64 B blocks, one block at a time, in memory that the caller lends and wipes.
protocol BlockHash {
  associatedtype Context
  /// Bytes of a digest.
  static var byteCount: Int { get }
  /// The same hash for libcrypto's general functions.
  static var digest: MessageDigest { get }
  /// Sets the state in which every message begins.
  static func start(_ context: UnsafeMutablePointer<Context>)
  /// Takes in 64 B.
  static func absorb(_ block: UnsafePointer<UInt8>, _ context: UnsafeMutablePointer<Context>)
}

extension BlockHash {
  static var blockSize: Int { 64 }
  static var wordCount: Int { byteCount / 4 }

  /// The state's words, which open the context's layout in both hashes.
  static func words(_ context: UnsafeMutablePointer<Context>) -> UnsafeMutablePointer<UInt32> {
    UnsafeMutableRawPointer(context).assumingMemoryBound(to: UInt32.self)
  }
}

enum SHA256Blocks: BlockHash {
  static let byteCount = 32
  static var digest: MessageDigest { .sha256 }

  static func start(_ context: UnsafeMutablePointer<SHA256_CTX>) { SHA256_Init(context) }

  static func absorb(_ block: UnsafePointer<UInt8>, _ context: UnsafeMutablePointer<SHA256_CTX>) {
    SHA256_Transform(context, block)
  }
}

enum SHA1Blocks: BlockHash {
  static let byteCount = 20
  static var digest: MessageDigest { .sha1 }

  static func start(_ context: UnsafeMutablePointer<SHA_CTX>) { SHA1_Init(context) }

  static func absorb(_ block: UnsafePointer<UInt8>, _ context: UnsafeMutablePointer<SHA_CTX>) {
    SHA1_Transform(context, block)
  }
}

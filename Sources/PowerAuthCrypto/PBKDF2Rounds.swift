import COpenSSL

/// The rounds of PBKDF2 after the first one, two blocks of the hash each.
///
/// The padded keys of HMAC are hashed once; libcrypto's own function copies three contexts in each
/// round and takes more than twice as long. All of it lies in memory that is wiped.
struct PBKDF2Rounds<Hash: BlockHash> {
  private let inner: UnsafeMutablePointer<Hash.Context>
  private let outer: UnsafeMutablePointer<Hash.Context>
  private let work: UnsafeMutablePointer<Hash.Context>
  /// A digest as the last block of a message that began with a padded key.
  private let block: UnsafeMutableRawBufferPointer

  /// Lends the rounds under `password` for the duration of `body`.
  static func with(_ password: UnsafeRawBufferPointer, _ body: (PBKDF2Rounds) -> Void) {
    let stride = MemoryLayout<Hash.Context>.stride
    withWipedBytes(3 * stride + Hash.blockSize) { memory in
      let contexts = memory.baseAddress.map {
        $0.bindMemory(to: Hash.Context.self, capacity: 3)
      }
      let rounds = PBKDF2Rounds(
        contexts: require(contexts, "memory for PBKDF2"),
        block: UnsafeMutableRawBufferPointer(rebasing: memory[(3 * stride)...]))
      rounds.absorb(password)
      body(rounds)
    }
  }

  private init(
    contexts: UnsafeMutablePointer<Hash.Context>, block: UnsafeMutableRawBufferPointer
  ) {
    (inner, outer, work) = (contexts, contexts + 1, contexts + 2)
    self.block = block
  }

  /// Hashes the two padded keys, and lays out the padding of the messages to come.
  private func absorb(_ password: UnsafeRawBufferPointer) {
    block.initializeMemory(as: UInt8.self, repeating: 0)
    if password.count > Hash.blockSize {
      let done = EVP_Digest(
        password.baseAddress, password.count, block.bytes, nil, Hash.digest.handle, nil)
      require(done == 1, "EVP_Digest")
    } else {
      block.copyMemory(from: password)
    }
    start(inner, pad: 0x36)
    start(outer, pad: 0x36 ^ 0x5c)
    block.initializeMemory(as: UInt8.self, repeating: 0)
    block[Hash.byteCount] = 0x80
    // The length of the whole message in bits, big endian: one block of key, and a digest.
    let bits = (Hash.blockSize + Hash.byteCount) * 8
    block[Hash.blockSize - 2] = UInt8(truncatingIfNeeded: bits >> 8)
    block[Hash.blockSize - 1] = UInt8(truncatingIfNeeded: bits)
  }

  private func start(_ context: UnsafeMutablePointer<Hash.Context>, pad: UInt8) {
    for index in block.indices { block[index] ^= pad }
    Hash.start(context)
    absorb(into: context)
  }

  private func absorb(into context: UnsafeMutablePointer<Hash.Context>) {
    Hash.absorb(require(block.bytes, "memory for PBKDF2"), context)
  }

  /// Takes the first round's digest in `sum`, and leaves the sum of all `iterations` rounds there.
  func run(_ iterations: Int32, _ sum: UnsafeMutableRawBufferPointer) {
    copy(from: UnsafeRawBufferPointer(sum), to: block)
    for _ in 1..<max(1, iterations) {
      step(from: inner)
      step(from: outer)
      for word in 0..<Hash.wordCount {
        let offset = word * 4
        let value = sum.load(fromByteOffset: offset, as: UInt32.self)
        let next = block.load(fromByteOffset: offset, as: UInt32.self)
        sum.storeBytes(of: value ^ next, toByteOffset: offset, as: UInt32.self)
      }
    }
  }

  /// Replaces the digest in `block` by the digest of the padded key and itself.
  @inline(__always)
  private func step(from start: UnsafeMutablePointer<Hash.Context>) {
    let (from, to) = (Hash.words(start), Hash.words(work))
    for word in 0..<Hash.wordCount { to[word] = from[word] }
    absorb(into: work)
    for word in 0..<Hash.wordCount {
      block.storeBytes(of: to[word].bigEndian, toByteOffset: word * 4, as: UInt32.self)
    }
  }

  private func copy(from: UnsafeRawBufferPointer, to: UnsafeMutableRawBufferPointer) {
    UnsafeMutableRawBufferPointer(rebasing: to[..<Hash.byteCount])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: from[..<Hash.byteCount]))
  }
}

import NIOCore
import Synchronization

/// Whether the server may have got the request.
final class Progress: Sendable {
  private let begun = Atomic(false)

  /// False while the body was not asked for: without it, no server can have acted.
  var hasBegun: Bool { begun.load(ordering: .acquiring) }

  func begin() { begun.store(true, ordering: .releasing) }
}

/// A body that tells when the connection stands and asks for it.
struct TellingBody: AsyncSequence, Sendable {
  let bytes: [UInt8]
  let progress: Progress

  struct AsyncIterator: AsyncIteratorProtocol {
    private var bytes: [UInt8]?
    private let progress: Progress

    init(_ body: TellingBody) {
      bytes = body.bytes
      progress = body.progress
    }

    mutating func next() async -> ByteBuffer? {
      defer { bytes = nil }
      progress.begin()
      return bytes.map { ByteBuffer(bytes: $0) }
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

import Glibc
import Synchronization

/// Memory for secrets: locked, kept out of core files, zeroed before it is given back.
///
/// Secrets of the protocol are small and short-lived, while mapping and locking a page costs more
/// than most of its computations. So they share locked pages that stay, keys in small places and
/// decrypted messages in large ones; what is larger still gets its own mapping.
enum LockedMemory {
  /// The largest key of the protocol has 48 bytes.
  private static let keys = LockedPool(slotSize: 64, slotsPerMapping: 256)
  private static let messages = LockedPool(slotSize: 4096, slotsPerMapping: 4)

  /// Room for `count` bytes, all zero.
  static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    if count <= keys.slotSize { return keys.take() }
    if count <= messages.slotSize { return messages.take() }
    return LockedPool.map(atLeast: count)
  }

  /// Zeroes what `allocate` gave, and takes it back.
  static func release(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    explicit_bzero(start, memory.count)
    switch memory.count {
    case keys.slotSize: keys.giveBack(start)
    case messages.slotSize: messages.giveBack(start)
    default: munmap(start, memory.count)
    }
  }
}

/// Places of one size in pages that stay locked.
private final class LockedPool: Sendable {
  let slotSize: Int
  private let slotsPerMapping: Int
  private let freeSlots = Mutex<[UInt]>([])

  init(slotSize: Int, slotsPerMapping: Int) {
    self.slotSize = slotSize
    self.slotsPerMapping = slotsPerMapping
  }

  func take() -> UnsafeMutableRawBufferPointer {
    let slot = freeSlots.withLock { slots in
      if slots.isEmpty { slots = fresh() }
      return slots.removeLast()
    }
    return UnsafeMutableRawBufferPointer(
      start: UnsafeMutableRawPointer(bitPattern: slot), count: slotSize)
  }

  func giveBack(_ start: UnsafeMutableRawPointer) {
    freeSlots.withLock { $0.append(UInt(bitPattern: start)) }
  }

  private func fresh() -> [UInt] {
    let mapping = Self.map(atLeast: slotSize * slotsPerMapping)
    let start = UInt(bitPattern: mapping.baseAddress)
    return (0..<UInt(slotsPerMapping)).map { start + $0 * UInt(slotSize) }
  }

  static func map(atLeast count: Int) -> UnsafeMutableRawBufferPointer {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let size = (count + page - 1) / page * page
    let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start, start != MAP_FAILED else {
      preconditionFailure("No memory for a secret.")
    }
    // Both may be refused (limits, kernel settings); the secret is then merely less protected.
    _ = mlock(start, size)
    _ = madvise(start, size, MADV_DONTDUMP)
    return UnsafeMutableRawBufferPointer(start: start, count: size)
  }
}

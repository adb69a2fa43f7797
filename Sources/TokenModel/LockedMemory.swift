import Glibc
import Synchronization

/// Memory for secrets: locked, kept out of core files, zeroed before it is given back.
///
/// Secrets of the protocol are small and short-lived, while mapping and locking a page costs more
/// than most of its computations. So small ones share locked pages that stay; large ones get their
/// own mapping.
enum LockedMemory {
  /// Bytes of a shared place; the largest key of the protocol has 48.
  private static let slotSize = 64
  private static let slotsPerMapping = 256

  private static let freeSlots = Mutex<[UInt]>([])

  /// Room for `count` bytes, all zero.
  static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    guard count <= slotSize else { return map(atLeast: count) }
    let slot = freeSlots.withLock { slots in
      if slots.isEmpty { slots = fresh() }
      return slots.removeLast()
    }
    return UnsafeMutableRawBufferPointer(
      start: UnsafeMutableRawPointer(bitPattern: slot), count: slotSize)
  }

  /// Zeroes what `allocate` gave, and takes it back.
  static func release(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    explicit_bzero(start, memory.count)
    if memory.count == slotSize {
      freeSlots.withLock { $0.append(UInt(bitPattern: start)) }
    } else {
      munmap(start, memory.count)
    }
  }

  private static func fresh() -> [UInt] {
    let mapping = map(atLeast: slotSize * slotsPerMapping)
    let start = UInt(bitPattern: mapping.baseAddress)
    return (0..<UInt(slotsPerMapping)).map { start + $0 * UInt(slotSize) }
  }

  private static func map(atLeast count: Int) -> UnsafeMutableRawBufferPointer {
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

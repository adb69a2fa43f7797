import CConfinement

/// What a child gives up before its program begins, because it reads bytes that somebody hostile may
/// have made.
///
/// It keeps its standard streams, memory and processor, each within a limit. It gets no socket, no
/// file to write, no other process to start, trace or signal (seccomp), and reads nothing but
/// `readable` (Landlock, kernel 5.13 and later). It ends with us.
public struct Confinement: Equatable, Sendable {
  /// Bytes of address space; shared libraries and the stacks of threads count too.
  public var memory: UInt64
  /// Seconds of processor time, of all threads together.
  public var processorSeconds: UInt64
  /// Files and folders that it may read and run programs from; missing ones do not matter.
  public var readable: [String]

  /// Programs, their libraries and what these read by themselves; nothing that belongs to a person.
  public static let system = [
    "/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/etc/ld.so.cache",
    "/etc/ImageMagick-6", "/etc/ImageMagick-7", "/etc/localtime", "/dev/null", "/dev/urandom",
  ]

  public init(
    memory: UInt64 = 1 << 30, processorSeconds: UInt64 = 10, readable: [String] = system
  ) {
    self.memory = memory
    self.processorSeconds = processorSeconds
    self.readable = readable
  }

  /// Whether this kernel can keep a child from the network; where not, nothing is started confined.
  public static var isPossible: Bool { cc_can_filter() }

  /// Whether this kernel can keep a child from reading our files as well.
  public static var hidesFiles: Bool { cc_landlock_version() > 0 }
}

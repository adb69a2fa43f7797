import Glibc
import TokenModel

/// Feeds one child, collects what it writes, and sees to its end; on the thread that calls it.
struct ChildWatch {
  private let call: ChildProcess
  private let cancellation: Cancellation
  private let deadline: ContinuousClock.Instant
  private let child: RunningChild
  private let output: WipedBytes
  private let errors: WipedBytes
  private var streams: OurStreams
  private var written = 0

  /// Starts the tool.
  init(_ call: ChildProcess, _ cancellation: Cancellation) throws(ChildFault) {
    self.call = call
    self.cancellation = cancellation
    deadline = .now + call.timeout
    output = WipedBytes(limit: call.outputLimit)
    errors = WipedBytes(limit: call.outputLimit)
    (child, streams) = try OurStreams.start(call)
  }

  /// Returns when the child has ended by itself; else ends it and throws.
  mutating func run() throws(ChildFault) -> ChildResult {
    do throws(ChildFault) {
      while try !step() {}
    } catch {
      // First, so that a child that waits for a reader finds none.
      streams = OurStreams()
      child.end()
      throw error
    }
    return ChildResult(status: child.reap(), output: output, errors: errors)
  }

  /// Waits for one event and acts on it; true when the child has ended and all is read.
  private mutating func step() throws(ChildFault) -> Bool {
    var sources = [
      pollfd(fd: cancellation.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.descriptor.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams.input?.number ?? -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: streams.output?.number ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams.errors?.number ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    Polling.wait(&sources, until: deadline)
    if sources[0].revents != 0 { throw .canceled }
    if sources[2].revents != 0 { feed() }
    // What an ended child wrote is in the pipes. One that it left behind may keep them open, so
    // their end is not waited for.
    let hasEnded = sources[1].revents != 0
    try collect(&streams.output, into: output, exhaustively: hasEnded)
    try collect(&streams.errors, into: errors, exhaustively: hasEnded)
    if hasEnded { return true }
    if deadline <= .now { throw .timedOut(call.timeout) }
    return false
  }

  private mutating func feed() {
    guard let pipe = streams.input else { return }
    let length =
      switch call.input {
      case .none, .file: 0
      case .bytes(let bytes): bytes.withUnsafeBytes { write(pipe.number, rest(of: $0)) }
      case .secret(let secret): secret.withUnsafeBytes { write(pipe.number, rest(of: $0)) }
      }
    if length < 0, errno == EAGAIN || errno == EINTR { return }
    // A child that has closed its input has read what it wanted.
    written += max(0, length)
    if length < 0 || written >= call.input.count { streams.input = nil }
  }

  private func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.isEmpty ? 0 : Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  }

  private func rest(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[written...])
  }

  private func collect(
    _ pipe: inout Descriptor?, into bytes: WipedBytes, exhaustively: Bool
  ) throws(ChildFault) {
    while let descriptor = pipe?.number {
      switch bytes.fill(from: descriptor) {
      case .more where exhaustively: continue
      case .more, .nothingYet: return
      case .end: pipe = nil
      case .tooMuch: throw .tooMuchOutput(limit: call.outputLimit)
      }
    }
  }
}

/// Our ends of a child's standard streams; nil once they are closed.
struct OurStreams {
  var input: Descriptor?
  var output: Descriptor?
  var errors: Descriptor?

  /// Starts the tool between three new pipes.
  static func start(_ call: ChildProcess) throws(ChildFault) -> (RunningChild, OurStreams) {
    let path = try call.path()
    guard call.confinement == nil || Confinement.isPossible else {
      throw .notConfined(tool: call.tool)
    }
    do throws(Errno) {
      let (input, output, errors) =
        (try input(of: call), try Descriptor.pipe(), try Descriptor.pipe())
      let theirs = [input.reading, output.writing, errors.writing]
      // Their ends close with `theirs`: else the end of a stream would never come.
      let child = try RunningChild(call, path: path, streams: theirs.map(\.number))
      let ours = OurStreams(
        input: input.writing, output: output.reading, errors: errors.reading)
      for end in [ours.input, ours.output, ours.errors] { end?.unblock() }
      return (child, ours)
    } catch {
      throw .notStarted(tool: call.tool, error: error.number)
    }
  }

  /// A pipe, or a file that has no end for us.
  private static func input(
    of call: ChildProcess
  ) throws(Errno) -> (reading: Descriptor, writing: Descriptor?) {
    if case .file(let bytes) = call.input { return (try Descriptor.file(bytes), nil) }
    let pipe = try Descriptor.pipe()
    return (pipe.reading, pipe.writing)
  }
}

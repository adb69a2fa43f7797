import Glibc
import TokenModel

/// A tool of the system, run once: no shell, no terminal, none of our descriptors or variables.
///
/// It leads a session of its own, so that it can neither read from our terminal nor be left behind
/// in part: what it started ends with it when it is cancelled or too slow.
public struct ChildProcess: Sendable {
  /// What the tool reads as its standard input.
  public enum Input: Sendable {
    case none
    case bytes([UInt8])
    case secret(Secret)
    /// The same bytes as a file in memory that can be read from any place, and by nobody written.
    case file([UInt8])

    var count: Int {
      switch self {
      case .none, .file: 0
      case .bytes(let bytes): bytes.count
      case .secret(let secret): secret.count
      }
    }
  }

  /// File name without a slash, found in the search path of `environment`.
  public var tool: String
  /// What follows the tool's name; visible to everybody on the machine, so never a secret.
  public var arguments: [String]
  public var input: Input
  public var environment: ChildEnvironment
  /// Bytes of standard output and of standard error, each; a tool that writes more is ended.
  public var outputLimit: Int
  /// A tool that takes longer is ended.
  public var timeout: Duration
  /// What the tool is kept from; nil lets it do what this user may.
  public var confinement: Confinement?

  public init(
    _ tool: String, _ arguments: [String] = [], input: Input = .none,
    environment: ChildEnvironment, outputLimit: Int = 65_536, timeout: Duration = .seconds(10),
    confinement: Confinement? = nil
  ) {
    self.tool = tool
    self.arguments = arguments
    self.input = input
    self.environment = environment
    self.outputLimit = outputLimit
    self.timeout = timeout
    self.confinement = confinement
  }

  /// Runs the tool to its end, on a thread that only waits; any exit status is a result.
  ///
  /// Cancelling the task ends the tool with SIGTERM, and half a second later with SIGKILL.
  public func run() async throws(ChildFault) -> ChildResult {
    try await watched { (cancellation) throws(ChildFault) in
      var watch = try ChildWatch(self, cancellation)
      return try watch.run()
    }
  }

  /// Starts a tool that may stay, as a browser does; its output goes nowhere, its input is empty.
  ///
  /// Returns how it ended, or nil when it still runs after `settling`: then it is left alone.
  public func start(settling: Duration) async throws(ChildFault) -> ChildStatus? {
    let path = try path()
    return try await watched { (cancellation) throws(ChildFault) in
      do throws(Errno) {
        let child = try RunningChild(self, path: path, streams: [nil, nil, nil])
        _ = Polling.wait(
          for: [child.descriptor.number, cancellation.descriptor], until: .now + settling)
        return child.hasEnded() ? child.reap() : nil
      } catch {
        throw .notStarted(tool: tool, error: error.number)
      }
    }
  }

  /// Where the tool is.
  func path() throws(ChildFault) -> String {
    guard let path = environment.locate(tool) else { throw .notFound(tool: tool) }
    return path
  }

  private func watched<Result: Sendable>(
    _ body: @escaping @Sendable (Cancellation) throws(ChildFault) -> Result
  ) async throws(ChildFault) -> Result {
    guard !Task.isCancelled else { throw .canceled }
    let cancellation = try Cancellation(tool: tool)
    let outcome = await withTaskCancellationHandler {
      await WaitingThread.run { () -> Swift.Result<Result, ChildFault> in
        do throws(ChildFault) { return .success(try body(cancellation)) } catch {
          return .failure(error)
        }
      }
    } onCancel: {
      cancellation.cancel()
    }
    guard let outcome else { throw .notStarted(tool: tool, error: EAGAIN) }
    return try outcome.get()
  }
}

/// How a child ended.
public enum ChildStatus: Equatable, Sendable {
  case exited(Int32)
  case killed(signal: Int32)
}

/// What a child left behind; its output is wiped when the last reference goes.
public struct ChildResult: Sendable {
  public let status: ChildStatus
  public let output: WipedBytes
  public let errors: WipedBytes
}

/// Why a child has no result.
public enum ChildFault: Error, Equatable, Sendable {
  case notFound(tool: String)
  /// `error` is an `errno`.
  case notStarted(tool: String, error: Int32)
  /// This kernel cannot keep a child from the network, so nothing was started.
  case notConfined(tool: String)
  case timedOut(Duration)
  case canceled
  case tooMuchOutput(limit: Int)
}

import Foundation
import Glibc
import TokenModel

/// The built `countersign` of the same build as these tests.
enum Program {
  struct NotBuilt: Error { let path: String }

  /// What a finished run left behind.
  struct Result: Sendable {
    let status: Int32
    let output: String
    let error: String

    /// Standard output as the one document that JSON mode promises.
    var document: JSONValue {
      get throws { try JSONValue(parsing: Array(output.utf8)) }
    }
  }

  /// The product lies beside the test bundle, which this process is, or was started with.
  static var path: String {
    get throws {
      let running = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      let places = [running] + CommandLine.arguments
      let candidates = places.map {
        URL(filePath: $0).deletingLastPathComponent().appending(path: "countersign").path
      }
      guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
        throw NotBuilt(path: candidates[0])
      }
      return path
    }
  }

  /// Runs it to its end; standard input is a pipe with `input`.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Result {
    try await Tool.finish(try path, arguments, input: input, environment: environment)
  }
}

/// Runs programs without blocking the threads on which other tests run.
enum Tool {
  struct Failed: Error { let text: String }

  /// A program that ends without reading must not end the tests.
  private static let ignoresBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// Standard output of a program that is expected to succeed.
  static func run(_ path: String, _ arguments: [String]) async throws -> String {
    let result = try await finish(path, arguments, input: "", environment: [:])
    guard result.status == 0 else { throw Failed(text: "\(arguments): \(result.error)") }
    return result.output
  }

  static func finish(
    _ path: String, _ arguments: [String], input: String, environment: [String: String]
  ) async throws -> Program.Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    let ended = AsyncStream<Int32> { stream in
      process.terminationHandler = {
        stream.yield($0.terminationStatus)
        stream.finish()
      }
    }
    _ = ignoresBrokenPipes
    try process.run()
    let output = Reading(stdout)
    let error = Reading(stderr)
    // A program that does not read its input may have ended by now.
    try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try? stdin.fileHandleForWriting.close()
    let status = await ended.first { _ in true } ?? -1
    return Program.Result(status: status, output: await output.text, error: await error.text)
  }

  /// Collects a pipe on a thread of its own, so that the other end never waits.
  private final class Reading: Sendable {
    private let task: Task<String, Never>

    init(_ pipe: Pipe) {
      let (stream, continuation) = AsyncStream<String>.makeStream()
      let handle = pipe.fileHandleForReading
      Thread.detachNewThread {
        let data = (try? handle.readToEnd()) ?? Data()
        continuation.yield(String(decoding: data, as: UTF8.self))
        continuation.finish()
      }
      task = Task { await stream.first { _ in true } ?? "" }
    }

    var text: String { get async { await task.value } }
  }
}

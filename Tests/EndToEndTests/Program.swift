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

extension Program {
  /// A finished run during which something was done with what it said.
  struct Conversation: Sendable {
    let result: Result
    /// What `reply` returned for the first line for which it did.
    let answer: String?
  }

  /// Runs it to its end; `reply` sees each line of standard error as it comes.
  static func conversation(
    _ arguments: [String], input: String, reply: @escaping @Sendable (String) throws -> String?
  ) async throws -> Conversation {
    let (output, standardInput, error) = (PrivatePipe(), PrivatePipe(), PrivatePipe())
    let child = try Child(
      try path, arguments, input: standardInput.reading, output: output.writing,
      error: error.writing)
    [standardInput.reading, output.writing, error.writing].forEach { _ = close($0) }
    _ = write(standardInput.writing, input, input.utf8.count)
    close(standardInput.writing)
    let heard = await Self.listen(error.reading, reply)
    let text = String(decoding: Self.all(output.reading), as: UTF8.self)
    let status = await child.wait()
    let result = Result(status: status, output: text, error: heard.text)
    return Conversation(result: result, answer: try heard.answer.get())
  }

  private static func listen(
    _ descriptor: Int32, _ reply: @escaping @Sendable (String) throws -> String?
  ) async -> (text: String, answer: Swift.Result<String?, any Error>) {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var text: [UInt8] = []
        var answer: Swift.Result<String?, any Error> = .success(nil)
        var start = 0
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {
          text.append(byte)
          guard byte == UInt8(ascii: "\n") else { continue }
          let line = String(decoding: text[start...].dropLast(), as: UTF8.self)
          start = text.count
          if case .success(nil) = answer { answer = Swift.Result { try reply(line) } }
        }
        close(descriptor)
        continuation.resume(returning: (String(decoding: text, as: UTF8.self), answer))
      }
    }
  }

  private static func all(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    close(descriptor)
    return bytes
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

  /// Output goes to files: a daemon that is left behind would keep a pipe open.
  static func finish(
    _ path: String, _ arguments: [String], input: String, environment: [String: String]
  ) async throws -> Program.Result {
    _ = ignoresBrokenPipes
    let (output, error) = (Scratch(), Scratch())
    let pipe = PrivatePipe()
    let child = try Child(
      path, arguments, input: pipe.reading, output: output.descriptor, error: error.descriptor,
      environment: environment)
    close(pipe.reading)
    _ = write(pipe.writing, input, input.utf8.count)
    close(pipe.writing)
    let status = await child.wait()
    return Program.Result(status: status, output: output.take(), error: error.take())
  }

  /// A file without a name.
  private struct Scratch {
    let descriptor: Int32

    init() {
      var path = Array("/tmp/countersign-test-XXXXXX".utf8CString)
      descriptor = mkstemp(&path)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      unlink(path)
    }

    /// What was written to it; ends its use.
    func take() -> String {
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      lseek(descriptor, 0, SEEK_SET)
      while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
        bytes += buffer[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

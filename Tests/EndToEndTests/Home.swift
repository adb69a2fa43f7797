import Foundation
import Glibc
import Testing
import TokenModel

/// A directory with a configuration for a sandbox and room for an activation.
struct Home: Sendable {
  static let pin = "2580"
  static let user = "jane"

  let path: String
  let sandbox: SandboxProcess

  var configuration: String { path + "/config.toml" }
  var state: String { path + "/state" }
  var options: [String] { ["--config", configuration, "--state-dir", state] }

  /// Runs `body` with a fresh sandbox and a fresh home, and leaves nothing behind.
  ///
  /// The bank keeps its books in `bankBook`, for those who stop it and start another one.
  static func with(
    protocolVersion: String = "3.3", configuration extra: String = "", bankBook: String? = nil,
    _ body: (Home) async throws -> Void
  ) async throws {
    let path = NSTemporaryDirectory() + "countersign-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path + "/state", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sandbox = try await SandboxProcess.start(bankBook.map { ["--data", $0] } ?? [])
    defer { sandbox.stop() }
    let home = Home(path: path, sandbox: sandbox)
    try home.configure(protocolVersion, extra)
    try await body(home)
  }

  /// Runs a command in JSON mode.
  func run(_ arguments: String..., input: String = "") async throws -> Program.Result {
    try await Program.run(["--json"] + arguments + options, input: input)
  }

  /// Runs a command that has to end well, and returns its document.
  func succeed(
    _ arguments: String..., input: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    let result = try await Program.run(["--json"] + arguments + options, input: input)
    #expect(
      result.status == 0, "\(arguments): \(result.output)\(result.error)",
      sourceLocation: sourceLocation)
    return try result.document
  }

  /// Runs a command that has to fail; its exit code and its word.
  func fail(_ arguments: String..., input: String = "") async throws -> String {
    let result = try await Program.run(["--json"] + arguments + options, input: input)
    return "\(result.status) \(try result.document["error"]?["code"]?.string ?? result.output)"
  }

  /// Writes a file beside the configuration, readable by its owner alone, and returns its path.
  func file(_ name: String, _ content: String) throws -> String {
    let path = path + "/" + name
    try Data(content.utf8).write(to: URL(filePath: path))
    chmod(path, 0o600)
    return path
  }

  /// Creates a registration at the bank, and activates this home with its code.
  func activate() async throws -> String {
    let created = try await sandbox.cloud.createRegistration(user: Self.user)
    let result = try await run("activate", created.code, "--pin-stdin", input: Self.pin + "\n")
    guard result.status == 0 else { throw Unexpected(text: result.output + result.error) }
    return created.id
  }

  /// The same, committed by the bank.
  func activateAndCommit() async throws -> String {
    let registration = try await activate()
    try await sandbox.cloud.commit(registration)
    return registration
  }

  /// Sends a signal to the process that left its number in `pid`.
  func kill(_ signal: String) throws {
    let signals = [
      "TERM": SIGTERM, "HUP": SIGHUP, "QUIT": SIGQUIT, "SEGV": SIGSEGV, "ABRT": SIGABRT,
      "TRAP": SIGTRAP, "ILL": SIGILL, "KILL": SIGKILL,
    ]
    let text = try String(contentsOfFile: path + "/pid", encoding: .utf8)
    guard let number = signals[signal], let process = pid_t(text.filter(\.isNumber)),
      Glibc.kill(process, number) == 0
    else { throw Unexpected(text: "cannot send \(signal) to \(text)") }
  }

  struct Unexpected: Error { let text: String }

  private func configure(_ protocolVersion: String, _ extra: String) throws {
    let text = """
      [profiles.default]
      server = "\(sandbox.server)"
      sdk_configuration = "\(sandbox.sdkConfiguration)"
      protocol = "\(protocolVersion)"
      device_name = "Test terminal"
      poll_interval_seconds = 5
      \(extra)
      """
    try text.write(toFile: configuration, atomically: true, encoding: .utf8)
  }
}

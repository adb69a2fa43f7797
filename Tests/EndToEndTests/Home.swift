import Foundation
import Glibc
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
    protocolVersion: String = "3.3", bankBook: String? = nil, _ body: (Home) async throws -> Void
  ) async throws {
    let path = NSTemporaryDirectory() + "countersign-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path + "/state", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sandbox = try await SandboxProcess.start(bankBook.map { ["--data", $0] } ?? [])
    defer { sandbox.stop() }
    let home = Home(path: path, sandbox: sandbox)
    try home.configure(protocolVersion)
    try await body(home)
  }

  /// Runs a command in JSON mode.
  func run(_ arguments: String..., input: String = "") async throws -> Program.Result {
    try await Program.run(["--json"] + arguments + options, input: input)
  }

  /// Creates a registration at the bank, and activates this home with its code.
  func activate() async throws -> String {
    let created = try await sandbox.cloud.createRegistration(user: Self.user)
    let result = try await run("activate", created.code, "--pin-stdin", input: Self.pin + "\n")
    guard result.status == 0 else { throw Unexpected(text: result.output + result.error) }
    return created.id
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

  private func configure(_ protocolVersion: String) throws {
    let text = """
      [profiles.default]
      server = "\(sandbox.server)"
      sdk_configuration = "\(sandbox.sdkConfiguration)"
      protocol = "\(protocolVersion)"
      device_name = "Test terminal"
      poll_interval_seconds = 5
      """
    try text.write(toFile: configuration, atomically: true, encoding: .utf8)
  }
}

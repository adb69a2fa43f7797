import ChildProcess
import DeviceUnlock
import Foundation
import TestSupport

/// A message bus with a home of its own, and what is started on it; all of it ends with `run`.
struct PrivateBus: Sendable {
  private let tools: Toolbox

  /// What the tests with real tools need besides the tools themselves.
  static func has(_ tools: String...) -> Bool {
    (tools + ["dbus-daemon", "dbus-send"]).allSatisfy {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
    }
  }

  /// `services`: texts of D-Bus service files that go before those of the system.
  static func run(
    services: [String: String] = [:], _ body: (PrivateBus) async throws -> Void
  ) async throws {
    let bus = PrivateBus(tools: try await Toolbox([:]))
    let folder = bus.tools.folder
    let files = folder.appending(path: "dbus-1/services")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.path)
    for (name, command) in services {
      try Data("[D-BUS Service]\nName=\(name)\nExec=\(command)\n".utf8)
        .write(to: files.appending(path: name + ".service"))
    }
    try await bus.with("dbus-daemon", ["--session", "--nofork", "--address=" + bus.address]) {
      guard await eventually({ bus.tools.has("socket") }) else { throw NotStarted("dbus-daemon") }
      try await body(bus)
    }
  }

  struct NotStarted: Error {
    let name: String
    init(_ name: String) { self.name = name }
  }

  /// Everything below runs with this bus as both the session's and the system's.
  var environment: ChildEnvironment {
    ChildEnvironment([
      "DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address,
      "HOME": tools.folder.path, "XDG_RUNTIME_DIR": tools.folder.path,
    ])
  }

  private var address: String { "unix:path=" + tools.folder.appending(path: "socket").path }

  /// Runs `tool` while `body` runs, and then ends it with all that it started.
  func with(
    _ tool: String, _ arguments: [String], input: String = "", _ body: () async throws -> Void
  ) async throws {
    let process = ChildProcess(
      tool, arguments, input: .bytes(Array(input.utf8)), environment: environment,
      outputLimit: 1 << 20, timeout: .seconds(120))
    let running = Task { try await process.run() }
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    running.cancel()
    _ = await running.result
    try outcome.get()
  }

  /// A keyring that opens with the session, as after a login.
  func withKeyring(_ body: () async throws -> Void) async throws {
    let arguments = ["--foreground", "--unlock", "--components=secrets"]
    try await with("gnome-keyring-daemon", arguments, input: "password") {
      try await wait(for: "org.freedesktop.secrets")
      try await body()
    }
  }

  /// Locks that keyring.
  func lockKeyring() async throws {
    _ = try await call(
      "org.freedesktop.secrets", "/org/freedesktop/secrets",
      "org.freedesktop.Secret.Service.Lock",
      "array:objpath:/org/freedesktop/secrets/collection/login")
  }

  /// The service of fprintd, as `Mocks/fprintd.py` describes it by `parameters`, in JSON.
  func withReader(_ parameters: String, _ body: () async throws -> Void) async throws {
    let template = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Mocks/fprintd.py").path
    let arguments = ["-m", "dbusmock", "--system", "--template", template, "-p", parameters]
    // Of the system: other Pythons do not see its packages.
    try await with("python3", arguments + ["--logfile", logFile]) {
      try await wait(for: "net.reactivated.Fprint")
      try await body()
    }
  }

  private var logFile: String { tools.folder.appending(path: "calls.log").path }

  /// Whether the mock of the reader was called so.
  func readerWasAsked(for method: String) -> Bool {
    (try? String(contentsOfFile: logFile, encoding: .utf8))?.contains(method) == true
  }

  private func wait(for name: String) async throws {
    for _ in 0..<1_000 {
      let answer = try await call(
        "org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:" + name)
      if answer.contains("boolean true") { return }
    }
    throw NotStarted(name)
  }

  private func call(_ words: String...) async throws -> String {
    let arguments = ["--session", "--print-reply", "--dest=" + words[0]] + words.dropFirst()
    return try await ChildProcess(
      "dbus-send", arguments, environment: environment, timeout: .seconds(60)
    ).run().output.text
  }
}

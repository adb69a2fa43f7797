import ChildProcess
import Foundation

/// A folder of shell scripts that stand for tools.
public struct Toolbox: Sendable {
  public let folder: URL

  /// Holds all of them; gone when the tests have ended.
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: Toolbox.root) }
    return FileManager.default.temporaryDirectory.appending(path: "tools-" + UUID().uuidString)
  }()

  /// `tools`: name and body of each script.
  public init(_ tools: [String: String]) async throws {
    folder = Self.root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, body) in tools { try await write(Array("#!/bin/sh\n\(body)\n".utf8), as: name) }
  }

  /// Written by another process: while one here is open for writing, a child that another test
  /// starts holds it open for a moment too, and the system refuses to run it.
  public func write(_ bytes: [UInt8], as name: String) async throws {
    let path = folder.appending(path: name).path
    _ = try await ChildProcess(
      "install", ["-m", "755", "/dev/stdin", path], input: .bytes(bytes),
      environment: ChildEnvironment([:], searchPath: ["/usr/bin", "/bin"]), timeout: .seconds(60)
    ).run()
  }

  /// The scripts first, then what they themselves need.
  public func environment(_ variables: [String: String] = [:]) -> ChildEnvironment {
    ChildEnvironment(
      variables.merging(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"]) { one, _ in one },
      searchPath: [folder.path, "/usr/bin", "/bin"])
  }

  public func text(of file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  public func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }
}

/// Asks again and again until `condition` holds; false after ten seconds.
public func eventually(_ condition: () throws -> Bool) async rethrows -> Bool {
  for _ in 0..<1_000 {
    if try condition() { return true }
    try? await Task.sleep(for: .milliseconds(10))
  }
  return false
}

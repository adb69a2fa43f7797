import Foundation
import Synchronization
import TokenModel

/// `countersign sandbox` as a process of its own.
final class SandboxProcess: Sendable {
  let server: String
  let sdkConfiguration: String
  let cloud: Cloud
  private let process: Mutex<Process>

  struct NoDocument: Error { let text: String }

  private init(_ process: Process, _ document: JSONValue) throws {
    func text(_ member: String) throws -> String {
      guard let text = document[member]?.string else { throw NoDocument(text: "no \(member)") }
      return text
    }
    server = try text("server")
    sdkConfiguration = try text("sdkConfiguration")
    cloud = Cloud(
      base: try text("cloud"), user: try text("user"), password: try text("password"))
    self.process = Mutex(process)
  }

  /// Returns when it listens, which is when its document is complete.
  static func start(_ arguments: String...) async throws -> SandboxProcess {
    let process = Process()
    process.executableURL = URL(filePath: try Program.path)
    process.arguments = ["sandbox", "--json", "--port", "0"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.hasSuffix("}\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw NoDocument(text: text) }
      text += String(decoding: more, as: UTF8.self)
    }
    return try SandboxProcess(process, try JSONValue(parsing: Array(text.utf8)))
  }

  func stop() {
    process.withLock {
      $0.terminate()
      $0.waitUntilExit()
    }
  }
}

import Glibc

import TokenModel

/// `countersign sandbox` as a process of its own.
struct SandboxProcess: Sendable {
  let server: String
  let sdkConfiguration: String
  let cloud: Cloud
  private let child: Child

  struct NoDocument: Error { let text: String }

  private init(_ child: Child, _ document: JSONValue) throws {
    func text(_ member: String) throws -> String {
      guard let text = document[member]?.string else { throw NoDocument(text: "no \(member)") }
      return text
    }
    server = try text("server")
    sdkConfiguration = try text("sdkConfiguration")
    cloud = Cloud(
      base: try text("cloud"), user: try text("user"), password: try text("password"))
    self.child = child
  }

  /// Returns when it listens, which is when its document is complete.
  static func start(_ arguments: [String]) async throws -> SandboxProcess {
    let pipe = PrivatePipe()
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer {
      close(pipe.reading)
      close(nothing)
    }
    let child = try Child(
      try Program.path, ["sandbox", "--json", "--port", "0"] + arguments, input: nothing,
      output: pipe.writing, error: nothing)
    close(pipe.writing)
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while text.suffix(2) != Array("}\n".utf8)[...] {
      let count = read(pipe.reading, &buffer, buffer.count)
      guard count > 0 else { throw NoDocument(text: String(decoding: text, as: UTF8.self)) }
      text += buffer[..<count]
    }
    return try SandboxProcess(child, try JSONValue(parsing: text))
  }

  func stop() { child.stop() }
}

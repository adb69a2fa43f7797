import ChildProcess
import Foundation
import TestSupport
import Testing

@testable import countersign

@Suite struct OpenAddressTests {
  @Test(arguments: [
    "https://login.bank.example/authorize?client_id=a&state=b%20c#x", "https://bank.example",
    "HTTPS://bank.example/", "http://127.0.0.1:8080/oidc/authorize?x=1", "http://localhost:1/",
    "http://[::1]:1/",
  ])
  func `https, and http to this machine, may be opened`(address: String) {
    #expect(OpenAddress.isAllowed(address))
  }

  @Test func `schemes that the user has allowed may be opened, and no others with them`() {
    #expect(OpenAddress.isAllowed("acmebank://paid?id=1", ["acmebank"]))
    #expect(OpenAddress.isAllowed("ACMEBANK:paid", ["acmebank"]))
    #expect(!OpenAddress.isAllowed("acmebank2://paid", ["acmebank"]))
    #expect(!OpenAddress.isAllowed("acmebank://a b", ["acmebank"]))
    #expect(!OpenAddress.isAllowed("http://bank.example/", ["acmebank"]))
  }

  @Test(arguments: [
    "", "bank.example", "http://bank.example/", "http://127.0.0.1.bank.example/",
    "file:///etc/passwd",
    "javascript:alert(1)", "mailto:a@b", "ssh://bank.example/", "--help", "https:", "https://",
    "https:///path", "https://user@bank.example/", "https://user:pw@bank.example/",
    "https://bank.example/a b", "https://bank.example/\n", "https://bank.example/\u{1B}[2J",
    "https://bänk.example/", "http://localhost@bank.example/", "http://bank.example\\@localhost/",
    "http://localhost\\@bank.example/", " https://bank.example/",
    "https://bank.example/" + String(repeating: "a", count: 8_192),
  ])
  func `nothing else may`(address: String) async {
    #expect(!OpenAddress.isAllowed(address))
    await #expect(throws: OpenAddress.Fault.notAllowed) {
      try await OpenAddress(environment: ["DISPLAY": ":0"], searchPath: [])(address)
    }
  }

  private static let address = "https://bank.example/?a=b&c=$HOME;d"

  private func open(_ status: String, _ environment: [String: String]) async throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = "#!/bin/sh\nprintf '%s|' \"$@\" > \"$0.words\"\nexit \(status)\n"
    let system = ["/usr/bin", "/bin"]
    // By another process: a file that is open for writing here could not be run.
    _ = try await ChildProcess(
      "install", ["-m", "755", "/dev/stdin", folder.appending(path: "xdg-open").path],
      input: .bytes(Array(script.utf8)), environment: ChildEnvironment([:], searchPath: system)
    ).run()
    try await OpenAddress(environment: environment, searchPath: [folder.path] + system)(
      Self.address)
    return try String(
      contentsOf: folder.appending(path: "xdg-open.words"), encoding: .utf8)
  }

  @Test(arguments: [["DISPLAY": ":0"], ["WAYLAND_DISPLAY": "wayland-0"]])
  func `the address reaches the browser as it is`(environment: [String: String]) async throws {
    #expect(try await open("0", environment) == Self.address + "|")
  }

  @Test func `a browser that fails is a fault`() async {
    await #expect(throws: OpenAddress.Fault.noBrowser) {
      _ = try await open("3", ["DISPLAY": ":0"])
    }
  }

  @Test(arguments: [[:], ["DISPLAY": ""]])
  func `without a desktop nothing is started`(environment: [String: String]) async {
    await #expect(throws: OpenAddress.Fault.noDesktop) { _ = try await open("0", environment) }
  }

  @Test func `without the tool that is said`() async {
    await #expect(throws: OpenAddress.Fault.notInstalled) {
      try await OpenAddress(environment: ["DISPLAY": ":0"], searchPath: [])(Self.address)
    }
    let open = OpenAddress(environment: ["DISPLAY": ":0"], searchPath: [])
    #expect(await open.problem(Self.address)?.contains("xdg-utils") == true)
  }
}

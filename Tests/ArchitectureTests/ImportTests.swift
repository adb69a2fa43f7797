import Foundation
import Testing

/// The table of `docs/architecture.md`: who may import whom, and nothing else.
@Suite struct ImportTests {
  /// Modules of the toolchain that every room may use.
  static let always: Set = ["Foundation", "FoundationEssentials", "Glibc", "Synchronization"]

  static let table: [String: Set<String>] = [
    "Resources": [],
    "TokenModel": [],
    "PowerAuthCrypto": ["TokenModel", "COpenSSL"],
    "PowerAuth": ["PowerAuthCrypto", "TokenModel"],
    "TokenCore": ["PowerAuth", "TokenModel", "Logging"],
    "TokenStorage": ["TokenCore", "PowerAuth", "PowerAuthCrypto", "TokenModel", "GRDB"],
    "ChildProcess": ["TokenModel", "CConfinement", "CLinux"],
    "DeviceUnlock": ["ChildProcess", "TokenCore", "TokenModel"],
    "Pictures": ["ChildProcess", "TokenModel"],
    "HTTPTransport": [
      "TokenCore", "TokenModel", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL",
      "NIOFoundationCompat", "Logging",
    ],
    "QRCode": ["TokenModel", "CQREncode"],
    "MessageText": ["TokenModel", "CXML2"],
    "TokenScreens": ["TokenModel", "Resources", "MessageText"],
    "TerminalUI": ["TokenScreens", "TokenModel", "CTerminal"],
    "TokenApp": ["TokenScreens", "TokenCore", "TokenModel", "QRCode", "Logging"],
    "Sandbox": [
      "PowerAuth", "PowerAuthCrypto", "TokenModel", "Resources", "Hummingbird", "HummingbirdTLS",
      "HTTPTypes", "NIOCore", "NIOSSL", "GRDB", "Logging",
    ],
    "countersign": [
      "Resources", "TokenModel", "PowerAuthCrypto", "PowerAuth", "TokenCore", "TokenStorage",
      "ChildProcess", "DeviceUnlock", "HTTPTransport", "Pictures", "QRCode", "MessageText",
      "TokenScreens", "TerminalUI", "TokenApp",
      "Sandbox",
      "ArgumentParser", "TOMLKit", "Logging",
    ],
    "countersign-bench": ["PowerAuth", "TokenModel", "TokenScreens", "Sandbox"],
  ]

  @Test(arguments: table.keys.sorted())
  func `a room imports only what the table allows`(room: String) throws {
    let allowed = (Self.table[room] ?? []).union(Self.always)
    for file in try SourceTree.swiftFiles(of: room) {
      let foreign = file.imports.subtracting(allowed)
      #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted().joined(separator: ", "))")
    }
  }

  @Test func `every room stands in the table`() throws {
    let rooms = try SourceTree.rooms()
    #expect(rooms == Set(Self.table.keys))
  }
}

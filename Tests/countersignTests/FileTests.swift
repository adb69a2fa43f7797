import Foundation
import Glibc
import Testing
import TokenModel

@testable import countersign

/// Files that hold secrets: how they are read, and how they are made.
@Suite struct FileTests {
  /// Runs `body` with the path of a file that does not exist yet.
  static func with(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "countersign-files-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder + "/file")
  }

  static let key = Secret((0..<16).map { UInt8($0) })

  @Test(arguments: [
    Array(0..<16), Array("AAECAwQFBgcICQoLDA0ODw==".utf8),
    Array(" AAECAwQFBgcICQoLDA0ODw==\n".utf8),
  ])
  func `a key is 16 bytes, or their Base64 text`(content: [UInt8]) throws {
    try Self.with { path in
      try PrivateFile.create(path, content)
      #expect(try ExternalKeyFile.key(path) == Self.key)
    }
  }

  @Test(arguments: stride(from: 0, to: 256, by: 16).map { $0 })
  func `every byte survives Base64`(start: Int) throws {
    let bytes = (start..<start + 16).map { UInt8($0) }
    try Self.with { path in
      try PrivateFile.create(path, Array(Data(bytes).base64EncodedString().utf8))
      #expect(try ExternalKeyFile.key(path) == Secret(bytes))
    }
  }

  @Test(arguments: ["", "short", "AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0OD===", "!!!!"])
  func `what is no key is refused by its length`(content: String) throws {
    try Self.with { path in
      try PrivateFile.create(path, Array(content.utf8))
      #expect(throws: TokenFailure.externalKey(.wrongLength(content.utf8.count))) {
        try ExternalKeyFile.key(path)
      }
    }
  }

  @Test(arguments: [0o640, 0o604, 0o666])
  func `a key that others may read is refused with the mending command`(mode: mode_t) throws {
    try Self.with { path in
      try PrivateFile.create(path, Array(0..<16))
      chmod(path, mode)
      let fault = StorageFault.openPermissions(
        path: path, mode: "0" + String(mode, radix: 8), mend: "chmod 600 '\(path)'")
      #expect(throws: TokenFailure.storage(fault)) { try ExternalKeyFile.key(path) }
    }
  }

  @Test func `a key that is not there is none`() throws {
    try Self.with { path in
      let key = try ExternalKeyFile.key(path)
      #expect(key == nil)
    }
  }

  @Test func `a private file is its owner's alone, and never written over`() throws {
    try Self.with { path in
      let mask = umask(0)
      defer { umask(mask) }
      try PrivateFile.create(path, [1, 2, 3])
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      #expect(throws: CommandFailure.self) { try PrivateFile.create(path, [4]) }
      #expect(try FileInput.bytes(path) == [1, 2, 3])
    }
  }

  @Test func `a name that is taken is found before anything is made`() throws {
    try Self.with { path in
      try PrivateFile.requireNone(path)
      symlink(path + "-nowhere", path)
      let fault = CommandFailure.usage(
        "\(path) is there already.", next: "Name a new file in a directory of yours.")
      #expect(throws: fault) { try PrivateFile.requireNone(path) }
      #expect(throws: fault) { try PrivateFile.create(path, [1]) }
    }
  }

  @Test func `an exported activation opens under its passphrase only`() throws {
    let file = PortableFile(possessionKey: Self.key, session: Secret("session".utf8))
    let bytes = try file.sealed(passphrase: Secret("four words of mine".utf8))
    let opened = try PortableFile(bytes, passphrase: Secret("four words of mine".utf8))
    #expect(opened.possessionKey == Self.key)
    #expect(opened.session == Secret("session".utf8))
    #expect(throws: TokenFailure.portableState(.wrongPassphrase)) {
      try PortableFile(bytes, passphrase: Secret("four words of others".utf8))
    }
  }

  @Test func `signatures and sessions are taken as they are, or in Base64`() {
    let signature: [UInt8] = [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01]
    #expect(VerifyCommand.decoded(signature) == signature)
    #expect(VerifyCommand.decoded(Array("MAYCAQECAQE=\n".utf8)) == signature)
    #expect(PortableFile.bareSession(Array("UEEA".utf8)) == Array("PA\u{0}".utf8))
    #expect(PortableFile.bareSession(Array("PA\u{0}".utf8)) == Array("PA\u{0}".utf8))
  }
}

import ChildProcess
import Foundation
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import DeviceUnlock

/// Against scripts that behave as `secret-tool` does, or as it never should.
@Suite struct DesktopProviderTests {
  static let key = Secret(0..<16)
  static let digits = "000102030405060708090a0b0c0d0e0f"

  private func provider(
    _ script: String, patience: Duration = .seconds(20)
  ) async throws -> (DesktopProvider, Toolbox) {
    let tools = try await Toolbox(["secret-tool": script])
    return (
      DesktopProvider(profile: "home", environment: tools.environment(), patience: patience), tools
    )
  }

  private static func unavailable(_ reason: String) -> BiometryFault {
    .unavailable(provider: "desktop", reason: reason)
  }

  @Test func `the key travels on standard input and never as an argument`() async throws {
    let (provider, tools) = try await provider(
      "cat > \"$0.input\"; printf '%s\\n' \"$@\" > \"$0.words\"")
    try await provider.store(Self.key, account: "A-1")
    #expect(try tools.text(of: "secret-tool.input") == Self.digits)
    #expect(
      try tools.text(of: "secret-tool.words").split(separator: "\n") == [
        "store", "--label=Countersign (home)", "--", "application", "countersign", "account",
        "A-1", "profile", "home",
      ])
  }

  @Test func `a key that the tool prints is the key`() async throws {
    let (provider, _) = try await provider("printf \(Self.digits)")
    #expect(try await provider.unlock(account: "A-1", reason: "") == Self.key)
  }

  @Test(arguments: [
    "", "0001", digits + "\n", digits + "00", "0001 2030405060708090a0b0c0d0e0f0",
    "000102030405060708090A0B0C0D0E0F", "+00102030405060708090a0b0c0d0e0f", "ž".padded(to: 32),
  ])
  func `anything else in its place is a lost key`(output: String) async throws {
    let (provider, _) = try await provider("printf '%s' '\(output)'")
    await #expect(throws: BiometryFault.keyLost(provider: "desktop")) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
  }

  @Test func `bytes that are no text are a lost key`() async throws {
    let (provider, _) = try await provider("head -c 32 /dev/zero")
    await #expect(throws: BiometryFault.keyLost(provider: "desktop")) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
  }

  @Test func `nothing found is a lost key`() async throws {
    let (provider, _) = try await provider("test $1 != lookup")
    await #expect(throws: BiometryFault.keyLost(provider: "desktop")) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
  }

  @Test func `an item that is there and not handed out is locked`() async throws {
    let (provider, _) = try await provider("case $1 in search) echo '[/1]';; *) exit 1;; esac")
    let locked = Self.unavailable("the keyring is locked, and nobody unlocked it")
    await #expect(throws: locked) { _ = try await provider.unlock(account: "A-1", reason: "") }
    await #expect(throws: locked) { try await provider.remove(account: "A-1") }
  }

  @Test func `removing what is gone is no fault`() async throws {
    let (provider, _) = try await provider("test $1 = search")
    try await provider.remove(account: "A-1")
  }

  @Test(arguments: [
    (
      "Cannot create an item in a locked collection",
      "the keyring is locked, and nobody unlocked it"
    ),
    (
      "The name org.freedesktop.secrets was not provided by any .service files",
      "no keyring is running in this session (such as gnome-keyring)"
    ),
    ("Could not connect: No such file", "there is no desktop session here, and so no keyring"),
    (
      "Object does not exist at path “/org/freedesktop/secrets/collection/login”",
      "the session has no keyring yet; log in at the desktop once to create it"
    ),
    ("Out of cheese", "the keyring refused: Out of cheese"),
    ("\u{1B}[2Jfine", "the keyring refused: ␛[2Jfine"),
  ])
  func `each message of the tool is understood or quoted`(
    message: String, reason: String
  ) async throws {
    let (provider, _) = try await provider(
      "echo 'GLib: a warning' >&2; echo 'secret-tool: \(message)' >&2; exit 1")
    let fault = Self.unavailable(reason)
    await #expect(throws: fault) { try await provider.store(Self.key, account: "A-1") }
    await #expect(throws: fault) { _ = try await provider.unlock(account: "A-1", reason: "") }
    await #expect(throws: fault) { try await provider.remove(account: "A-1") }
    #expect(await provider.availability() == fault)
  }

  @Test func `a quoted message is short and on one line`() async throws {
    let (provider, _) = try await provider(
      "echo \"secret-tool: $(head -c 60000 /dev/zero | tr '\\0' x)\" >&2; exit 1")
    guard case .unavailable(_, let reason) = await provider.availability() else {
      Issue.record("it is not unavailable")
      return
    }
    #expect(reason.count == 141)
  }

  @Test(arguments: [
    ("exec cat /dev/zero", "secret-tool could not be run (system error 27)"),
    ("exec cat /dev/zero >&2", "secret-tool could not be run (system error 27)"),
    ("exit 1", "the keyring refused: it gave no reason"),
    ("kill -9 $$", "the keyring refused: it gave no reason"),
  ])
  func `a tool that floods or dies is a named fault`(
    script: String, reason: String
  ) async throws {
    let (provider, _) = try await provider(script)
    #expect(await provider.availability() == Self.unavailable(reason))
    await #expect(throws: Self.unavailable(reason)) {
      try await provider.store(Self.key, account: "A-1")
    }
  }

  @Test func `a key is kept, or taken back, before others give up waiting for the right to sign`() {
    #expect(Keyring.storing + Keyring.unattended * 2 < .seconds(25))
  }

  @Test func `a tool that hangs is ended, and is a named fault`() async throws {
    let (provider, _) = try await provider("exec sleep 1000", patience: .seconds(1))
    let fault = Self.unavailable(
      "the keyring did not answer for 1 s; it may be waiting for its password")
    #expect(await provider.availability() == fault)
    await #expect(throws: fault) { try await provider.store(Self.key, account: "A-1") }
  }

  @Test func `without the tool its package is named`() async throws {
    let tools = try await Toolbox([:])
    let environment = ChildEnvironment(
      ["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"], searchPath: [tools.folder.path])
    let provider = DesktopProvider(profile: "home", environment: environment)
    #expect(
      await provider.availability()
        == Self.unavailable("secret-tool is not installed (Debian package libsecret-tools)"))
  }

  @Test func `without a session nothing is started`() async throws {
    let tools = try await Toolbox(["secret-tool": "touch \"$0.ran\""])
    let environment = ChildEnvironment(
      ["XDG_RUNTIME_DIR": tools.folder.path], searchPath: [tools.folder.path, "/usr/bin"])
    let provider = DesktopProvider(profile: "home", environment: environment)
    let fault = Self.unavailable("there is no desktop session here, and so no keyring")
    #expect(await provider.availability() == fault)
    await #expect(throws: fault) { _ = try await provider.unlock(account: "A-1", reason: "") }
    #expect(!tools.has("secret-tool.ran"))
  }

  @Test func `the socket in the runtime directory is a session too`() async throws {
    let tools = try await Toolbox(["secret-tool": "exit 0", "bus": ""])
    let environment = ChildEnvironment(
      ["XDG_RUNTIME_DIR": tools.folder.path], searchPath: [tools.folder.path, "/usr/bin"])
    #expect(
      await DesktopProvider(profile: "home", environment: environment).availability() == nil)
  }

  @Test func `cancelling is no fault of the keyring`() async throws {
    let (provider, tools) = try await provider("touch \"$0.ran\"; exec sleep 1000")
    let task = Task { try await provider.unlock(account: "A-1", reason: "") }
    #expect(await eventually { tools.has("secret-tool.ran") })
    task.cancel()
    await #expect(throws: BiometryFault.canceled) { _ = try await task.value }
  }
}

extension String {
  fileprivate func padded(to bytes: Int) -> String {
    self + String(repeating: "0", count: bytes - utf8.count)
  }
}

import ChildProcess
import DeviceUnlock
import Foundation
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Against `secret-tool` and a real keyring, on a bus that nobody else sees.
@Suite(
  .enabled(
    if: PrivateBus.has("secret-tool", "gnome-keyring-daemon"),
    "needs the Debian packages dbus, gnome-keyring and libsecret-tools"))
struct RealKeyringTests {
  private let key = Secret((0..<16).map { UInt8(255 - $0) })

  private func provider(
    _ bus: PrivateBus, profile: String = "home", patience: Duration = .seconds(30)
  ) -> DesktopProvider {
    DesktopProvider(profile: profile, environment: bus.environment, patience: patience)
  }

  @Test func `a key is kept, replaced, handed out and forgotten`() async throws {
    try await PrivateBus.run { bus in
      try await bus.withKeyring {
        let provider = provider(bus)
        let lost = BiometryFault.keyLost(provider: "desktop")
        #expect(await provider.availability() == nil)
        await #expect(throws: lost) { _ = try await provider.unlock(account: "A-1", reason: "") }
        try await provider.store(Secret(0..<16), account: "A-1")
        try await provider.store(key, account: "A-1")
        #expect(try await provider.unlock(account: "A-1", reason: "") == key)
        try await provider.remove(account: "A-1")
        await #expect(throws: lost) { _ = try await provider.unlock(account: "A-1", reason: "") }
        try await provider.remove(account: "A-1")
      }
    }
  }

  @Test func `accounts and profiles do not mix, whatever their names`() async throws {
    try await PrivateBus.run { bus in
      try await bus.withKeyring {
        let names = ["a", "--label=x", "-", "--", "a b\n", "ž", ""]
        for (number, name) in names.enumerated() {
          let key = Secret([UInt8](repeating: UInt8(number), count: 16))
          try await provider(bus, profile: name).store(key, account: name)
        }
        for (number, name) in names.enumerated() {
          let key = Secret([UInt8](repeating: UInt8(number), count: 16))
          #expect(try await provider(bus, profile: name).unlock(account: name, reason: "") == key)
        }
      }
    }
  }

  @Test func `a locked keyring without a desktop is a named fault and no lost key`() async throws {
    try await PrivateBus.run { bus in
      try await bus.withKeyring {
        let provider = provider(bus)
        try await provider.store(key, account: "A-1")
        try await bus.lockKeyring()
        let locked = BiometryFault.unavailable(
          provider: "desktop", reason: "the keyring is locked, and nobody unlocked it")
        await #expect(throws: locked) { _ = try await provider.unlock(account: "A-1", reason: "") }
        await #expect(throws: locked) { try await provider.store(key, account: "A-2") }
        await #expect(throws: locked) { try await provider.remove(account: "A-1") }
        await #expect(throws: BiometryFault.keyLost(provider: "desktop")) {
          _ = try await provider.unlock(account: "A-2", reason: "")
        }
      }
    }
  }

  @Test func `a password that nobody types is waited for no longer than said`() async throws {
    // Its own prompt never comes up, so the keyring waits.
    let services = ["org.gnome.keyring.SystemPrompter": "/bin/sleep 1000"]
    try await PrivateBus.run(services: services) { bus in
      try await bus.withKeyring {
        try await provider(bus).store(key, account: "A-1")
        try await bus.lockKeyring()
        let silent = BiometryFault.unavailable(
          provider: "desktop",
          reason: "the keyring did not answer for 1 s; it may be waiting for its password")
        await #expect(throws: silent) {
          _ = try await provider(bus, patience: .seconds(1)).unlock(account: "A-1", reason: "")
        }
      }
    }
  }

  @Test func `a session that never had a keyring says so`() async throws {
    try await PrivateBus.run { bus in
      await #expect(
        throws: BiometryFault.unavailable(
          provider: "desktop",
          reason: "the session has no keyring yet; log in at the desktop once to create it")
      ) { try await provider(bus).store(key, account: "A-1") }
    }
  }

  @Test func `a bus without a keyring service says so`() async throws {
    // A service that cannot be started hides the one of the system.
    let services = ["org.freedesktop.secrets": "/bin/false"]
    try await PrivateBus.run(services: services) { bus in
      guard case .unavailable("desktop", let reason) = await provider(bus).availability() else {
        Issue.record("it is available")
        return
      }
      #expect(reason == "no keyring is running in this session (such as gnome-keyring)")
    }
  }

  @Test func `a bus that is gone says so`() async throws {
    let environment = ChildEnvironment(["DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"])
    #expect(
      await DesktopProvider(profile: "home", environment: environment).availability()
        == .unavailable(
          provider: "desktop", reason: "there is no desktop session here, and so no keyring"))
  }
}

/// Against the tools of fprintd, its service played by python-dbusmock, and a real keyring.
@Suite(
  .enabled(
    if: PrivateBus.has("secret-tool", "gnome-keyring-daemon", "fprintd-verify", "fprintd-list")
      && FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/dbusmock"),
    "needs the Debian packages dbus, fprintd, gnome-keyring, libsecret-tools, python3-dbusmock"))
struct RealReaderTests {
  private let key = Secret(16..<32)

  private func run(
    _ parameters: String, patience: Duration = .seconds(30),
    _ body: (FingerprintProvider, PrivateBus) async throws -> Void
  ) async throws {
    try await PrivateBus.run { bus in
      try await bus.withKeyring {
        try await bus.withReader(parameters) {
          let provider = FingerprintProvider(
            profile: "home", environment: bus.environment, patience: patience)
          // Without the patience of the test: the machine may be busy.
          try await FingerprintProvider(profile: "home", environment: bus.environment)
            .store(key, account: "A-1")
          try await body(provider, bus)
        }
      }
    }
  }

  @Test func `the right finger releases the key, after a second try at the reader`() async throws {
    let parameters = """
      {"fingers": ["right-index-finger"],
       "verdicts": [["verify-retry-scan", false], ["verify-match", true]]}
      """
    try await run(parameters) { provider, _ in
      #expect(await provider.availability() == nil)
      let unlocked = try await provider.unlock(account: "A-1", reason: "")
      #expect(unlocked == key)
    }
  }

  @Test(arguments: [
    (#""verdicts": [["verify-no-match", true]]"#, BiometryFault.notRecognized),
    (
      #""verdicts": [["verify-disconnected", true]]"#,
      .unavailable(provider: "fingerprint", reason: "the fingerprint reader was disconnected")
    ),
    (
      #""verdicts": [["verify-unknown-error", true]]"#,
      .unavailable(provider: "fingerprint", reason: "the fingerprint reader gave no verdict")
    ),
    (
      #""verdicts": [["verify-match (done)\nVerify result: verify-no-match", true]]"#,
      .notRecognized
    ),
    (
      #""claim": "AlreadyInUse""#,
      .unavailable(
        provider: "fingerprint", reason: "another program is using the fingerprint reader")
    ),
    (
      #""claim": "PermissionDenied""#,
      .unavailable(
        provider: "fingerprint",
        reason: "the system does not let this session use the fingerprint reader")
    ),
  ])
  func `each other outcome at the reader is its own fault`(
    parameters: String, fault: BiometryFault
  ) async throws {
    try await run(#"{"fingers": ["left-thumb"], "# + parameters + "}") { provider, _ in
      await #expect(throws: fault) { _ = try await provider.unlock(account: "A-1", reason: "") }
    }
  }

  @Test(arguments: [
    ("{}", "no finger is enrolled; enrol one with the command fprintd-enroll"),
    (#"{"absent": true}"#, "no fingerprint reader is connected"),
  ])
  func `a reader without a finger, and none at all, are named before and at use`(
    parameters: String, reason: String
  ) async throws {
    let fault = BiometryFault.unavailable(provider: "fingerprint", reason: reason)
    try await run(parameters) { provider, _ in
      #expect(await provider.availability() == fault)
      await #expect(throws: fault) { _ = try await provider.unlock(account: "A-1", reason: "") }
    }
  }

  @Test func `a finger that does not come is a cancellation`() async throws {
    try await run(#"{"fingers": ["left-thumb"]}"#, patience: .seconds(1)) { provider, _ in
      await #expect(throws: BiometryFault.canceled) {
        _ = try await provider.unlock(account: "A-1", reason: "")
      }
    }
  }

  @Test func `a user who changes their mind ends the waiting`() async throws {
    try await run(#"{"fingers": ["left-thumb"]}"#) { provider, bus in
      let task = Task { try await provider.unlock(account: "A-1", reason: "") }
      #expect(await eventually { bus.readerWasAsked(for: "VerifyStart") })
      task.cancel()
      await #expect(throws: BiometryFault.canceled) { _ = try await task.value }
    }
  }

  @Test func `a bus without fprintd says so`() async throws {
    try await PrivateBus.run(services: ["net.reactivated.Fprint": "/bin/false"]) { bus in
      let provider = FingerprintProvider(profile: "home", environment: bus.environment)
      #expect(
        await provider.availability()
          == .unavailable(
            provider: "fingerprint", reason: "the fingerprint service (fprintd) does not answer"))
    }
  }
}

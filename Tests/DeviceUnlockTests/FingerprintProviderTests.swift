import ChildProcess
import DeviceUnlock
import Foundation
import TestSupport
import Testing
import TokenCore
import TokenModel

/// Against scripts that behave as fprintd's tools do, or as they never should.
@Suite struct FingerprintProviderTests {
  private static let found = """
    echo 'Using device /net/reactivated/Fprint/Device/0'; echo 'Listing enrolled fingers:'
    echo ' - #0: right-index-finger'; echo 'Verify started!'; echo 'Verifying: right-index-finger'

    """

  private func provider(
    verify: String = "exit 1", list: String = "echo ' - #0: right-thumb'",
    secrets: String = "printf \(DesktopProviderTests.digits)", patience: Duration = .seconds(20)
  ) async throws -> (FingerprintProvider, Toolbox) {
    let tools = try await Toolbox([
      "fprintd-verify": Self.found + verify, "fprintd-list": list,
      "secret-tool": "touch \"$0.ran\"; \(secrets)",
    ])
    return (
      FingerprintProvider(profile: "home", environment: tools.environment(), patience: patience),
      tools
    )
  }

  private static func unavailable(_ reason: String) -> BiometryFault {
    .unavailable(provider: "fingerprint", reason: reason)
  }

  @Test func `a finger that matches releases the key`() async throws {
    let (provider, _) = try await provider(
      verify:
        "echo 'Verify result: verify-retry-scan (not done)'\necho 'Verify result: verify-match (done)'"
    )
    #expect(try await provider.unlock(account: "A-1", reason: "") == DesktopProviderTests.key)
  }

  @Test(
    arguments: [
      ("echo 'Verify result: verify-no-match (done)'; exit 1", .notRecognized),
      ("echo 'Verify result: verify-no-match (done)'; exit 0", .notRecognized),
      // The last verdict counts.
      (
        "echo 'Verify result: verify-match (done)'; echo 'Verify result: verify-no-match (done)'",
        .notRecognized
      ),
      (
        "echo 'Verify result: verify-disconnected (done)'; exit 1",
        unavailable("the fingerprint reader was disconnected")
      ),
      (
        "echo 'Verify result: verify-unknown-error (done)'; exit 1",
        unavailable("the fingerprint reader gave no verdict")
      ),
      (
        "echo 'ListEnrolledFingers failed: GDBus.Error:net.reactivated.Fprint.Error.NoEnrolledPrints: x'",
        unavailable("no finger is enrolled; enrol one with the command fprintd-enroll")
      ),
      (
        "echo 'No fingers enrolled for this device.'; exit 1",
        unavailable("no finger is enrolled; enrol one with the command fprintd-enroll")
      ),
      (
        "echo 'Impossible to verify: GDBus.Error:net.reactivated.Fprint.Error.NoSuchDevice: x'; exit 1",
        unavailable("no fingerprint reader is connected")
      ),
      (
        "echo 'failed to claim device: GDBus.Error:net.reactivated.Fprint.Error.AlreadyInUse: x'; exit 1",
        unavailable("another program is using the fingerprint reader")
      ),
      (
        "echo 'failed to claim device: GDBus.Error:net.reactivated.Fprint.Error.PermissionDenied: x'; exit 1",
        unavailable("the system does not let this session use the fingerprint reader")
      ),
      (
        "echo 'Failed to connect to session bus: Could not connect'; exit 1",
        unavailable("the fingerprint service (fprintd) does not answer")
      ),
    ] as [(String, BiometryFault)])
  func `each other outcome is its own fault and touches no key`(
    verify: String, fault: BiometryFault
  ) async throws {
    let (provider, tools) = try await provider(verify: verify)
    await #expect(throws: fault) { _ = try await provider.unlock(account: "A-1", reason: "") }
    #expect(!tools.has("secret-tool.ran"))
  }

  @Test(arguments: [
    "echo 'Verify result: verify-match (done)'; exit 1",
    "echo 'Verify result: verify-match (not done)'",
    "echo 'Verify result: verify-match'",
    "echo 'Verify result: verify-match (done) '",
    "echo ' Verify result: verify-match (done)'",
    "echo 'x Verify result: verify-match (done)'",
    "echo 'verify-match'",
    "echo 'Verify result: verify-match (done)' >&2",
    "echo 'Verify result: verify-no-match (done)verify-match (done)'",
    "printf 'Verify result: verify-match (done)\\0\\n'",
    "printf 'Verify result: verify-match\\r(done)\\n'",
    "printf 'Verify result: verify-match (done)\\r\\n'",
    "printf 'Verify result: verify-m\\303\\244tch (done)\\n'",
    "printf '\\377Verify result: verify-match (done)\\n'",
    "echo 'Verify result: verify-match (done)'; kill -9 $$",
    "head -c 20000 /dev/urandom", "", "exec cat /dev/zero",
  ])
  func `nothing that is almost a match is one`(verify: String) async throws {
    let (provider, tools) = try await provider(verify: verify)
    await #expect(throws: BiometryFault.self) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
    #expect(!tools.has("secret-tool.ran"))
  }

  @Test func `a finger that does not come in time is a cancellation`() async throws {
    let (provider, _) = try await provider(
      verify: "echo 'Verify result: verify-retry-scan (not done)'; exec sleep 1000",
      patience: .milliseconds(200))
    await #expect(throws: BiometryFault.canceled) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
  }

  @Test func `cancelling while the reader waits ends the tool`() async throws {
    let (provider, tools) = try await provider(
      verify: "echo $$ > \"$0.new\"; mv \"$0.new\" \"$0.id\"; exec sleep 1000")
    let task = Task { try await provider.unlock(account: "A-1", reason: "") }
    #expect(await eventually { tools.has("fprintd-verify.id") })
    task.cancel()
    await #expect(throws: BiometryFault.canceled) { _ = try await task.value }
    let process = try #require(pid_t(try tools.text(of: "fprintd-verify.id").dropLast()))
    #expect(kill(process, 0) == -1)
  }

  @Test func `a match without a key is a lost key`() async throws {
    let (provider, _) = try await provider(
      verify: "echo 'Verify result: verify-match (done)'", secrets: "test $1 = search")
    await #expect(throws: BiometryFault.keyLost(provider: "fingerprint")) {
      _ = try await provider.unlock(account: "A-1", reason: "")
    }
  }

  @Test(
    arguments: [
      ("echo ' - #0: right-thumb'", nil),
      (
        "echo 'User x has no fingers enrolled for y.'",
        "no finger is enrolled; enrol one with the command fprintd-enroll"
      ),
      ("echo 'No devices available'; exit 1", "no fingerprint reader is connected"),
      ("echo garbage", "the fingerprint service (fprintd) does not answer"),
      ("exec cat /dev/zero", "fprintd-list could not be run (system error 27)"),
    ] as [(String, String?)])
  func `availability is what the list of fingers says`(
    list: String, reason: String?
  ) async throws {
    let (provider, _) = try await provider(list: list, secrets: "exit 0")
    #expect(await provider.availability() == reason.map(Self.unavailable))
  }

  @Test func `without a keyring the finger is of no use`() async throws {
    let (provider, _) = try await provider(
      secrets: "echo 'secret-tool: Could not connect' >&2; exit 1")
    #expect(
      await provider.availability()
        == Self.unavailable("there is no desktop session here, and so no keyring"))
  }

  @Test func `without the tools their package is named`() async throws {
    let provider = FingerprintProvider(
      profile: "home", environment: ChildEnvironment([:], searchPath: []))
    #expect(
      await provider.availability()
        == Self.unavailable("fprintd-list is not installed (Debian package fprintd)"))
    await #expect(
      throws: Self.unavailable("fprintd-verify is not installed (Debian package fprintd)")
    ) { _ = try await provider.unlock(account: "A-1", reason: "") }
  }

  @Test func `storing and removing ask for no finger`() async throws {
    let (provider, tools) = try await provider(
      verify: "touch \"$0.ran\"", secrets: "cat > \"$0.$1\"")
    try await provider.store(DesktopProviderTests.key, account: "A-1")
    #expect(try tools.text(of: "secret-tool.store") == DesktopProviderTests.digits)
    try await provider.remove(account: "A-1")
    #expect(tools.has("secret-tool.clear") && !tools.has("fprintd-verify.ran"))
  }
}

import ChildProcess
import Glibc
import TokenModel

/// The Secret Service of the desktop session, through `secret-tool`.
///
/// The key travels as 32 hexadecimal digits, since the tool hands out text only; on its standard
/// streams, since arguments are seen by everybody.
struct Keyring: Sendable {
  static let tool = "secret-tool"

  /// What one item is found by; none of it is secret.
  struct Item: Sendable {
    /// Activation identifier.
    let account: String
    let profile: String

    var attributes: [String] {
      ["application", "countersign", "account", account, "profile", profile]
    }
  }

  let environment: ChildEnvironment
  /// For an answer that may need a person, who is asked for the keyring's password.
  let patience: Duration

  /// For storing a key, and for what never asks a person: clearing, and looking whether an item is there.
  ///
  /// Keys are kept and forgotten while others wait for the right to sign, who give up after 25 s; all
  /// three together stay below that.
  static let storing = Duration.seconds(12)
  static let unattended = Duration.seconds(6)

  /// Throws why no keyring can be reached; says nothing on whether it is locked.
  func probe() async throws(Interruption) {
    _ = try await isPresent(Item(account: "", profile: ""))
  }

  /// Replaces the key of the same item; `key` has 16 bytes.
  func store(_ key: Secret, as item: Item) async throws(Interruption) {
    let label = "--label=Countersign (\(item.profile))"
    let result = try await run(
      ["store", label, "--"] + item.attributes, input: .secret(HexKey.encode(key)),
      within: Self.storing)
    if result.status != .exited(0) { throw .obstacle(KeyringMessage.obstacle(in: result.errors)) }
  }

  /// The key; nil when there is none, or something else in its place.
  func lookUp(_ item: Item) async throws(Interruption) -> Secret? {
    let result = try await run(["lookup", "--"] + item.attributes, within: patience)
    if result.status == .exited(0) { return HexKey.decode(result.output) }
    guard result.errors.count == 0 else {
      throw .obstacle(KeyringMessage.obstacle(in: result.errors))
    }
    // The tool is as silent on a locked item as on a missing one.
    if try await isPresent(item) { throw .obstacle(.keyringLocked) }
    return nil
  }

  /// Forgets the key, if there is one.
  func clear(_ item: Item) async throws(Interruption) {
    let result = try await run(["clear", "--"] + item.attributes, within: Self.unattended)
    guard result.errors.count == 0 else {
      throw .obstacle(KeyringMessage.obstacle(in: result.errors))
    }
    // Locked items stay, without a word.
    if try await isPresent(item) { throw .obstacle(.keyringLocked) }
  }

  /// Whether the item exists, locked or not; never asks a person.
  private func isPresent(_ item: Item) async throws(Interruption) -> Bool {
    let result = try await run(["search", "--"] + item.attributes, within: Self.unattended)
    guard result.status == .exited(0) else {
      throw .obstacle(KeyringMessage.obstacle(in: result.errors))
    }
    return result.output.count > 0
  }

  private func run(
    _ arguments: [String], input: ChildProcess.Input = .none, within time: Duration
  ) async throws(Interruption) -> ChildResult {
    guard hasSession else { throw .obstacle(.noSession) }
    do throws(ChildFault) {
      return try await ChildProcess(
        Self.tool, arguments, input: input, environment: environment, timeout: min(patience, time)
      ).run()
    } catch .timedOut(let time) {
      throw .obstacle(.keyringSilent(after: time))
    } catch {
      throw Interruption(error, tool: Self.tool, package: "libsecret-tools")
    }
  }

  /// Without this the tool would try to start a bus of its own.
  private var hasSession: Bool {
    if environment["DBUS_SESSION_BUS_ADDRESS"] != nil { return true }
    guard let directory = environment["XDG_RUNTIME_DIR"] else { return false }
    return access(directory + "/bus", F_OK) == 0
  }
}

import ChildProcess
import Glibc

/// The fingerprint service of the system, through the tools of fprintd.
struct FingerprintReader: Sendable {
  private static let package = "fprintd"

  let environment: ChildEnvironment
  /// For a person to present a finger.
  let patience: Duration

  /// Throws why no finger could be verified now; claims no reader.
  func probe() async throws(Interruption) {
    // It wants a user by name, and a name with a dash in front would be an option.
    guard let user = Self.userName, !user.hasPrefix("-") else {
      throw .obstacle(.readerNotAllowed)
    }
    let result = try await run("fprintd-list", [user], for: .seconds(5))
    if let obstacle = FingerprintAnswer.obstacle(listing: result.output.text) {
      throw .obstacle(obstacle)
    }
  }

  /// Asks for one of the user's fingers; a finger in its own time is no verdict but a cancellation.
  func recognizes() async throws(Interruption) -> Bool {
    let result: ChildResult
    do throws(Interruption) {
      result = try await run("fprintd-verify", [], for: patience)
    } catch .obstacle(.silent) {
      throw .canceled
    }
    switch FingerprintAnswer.verdict(result.output.text, isSuccess: result.status == .exited(0)) {
    case .match: return true
    case .noMatch: return false
    case .none(let obstacle): throw .obstacle(obstacle)
    }
  }

  private func run(
    _ tool: String, _ arguments: [String], for time: Duration
  ) async throws(Interruption) -> ChildResult {
    do throws(ChildFault) {
      return try await ChildProcess(
        tool, arguments, environment: environment, timeout: time
      ).run()
    } catch {
      throw Interruption(error, tool: tool, package: Self.package)
    }
  }

  private static var userName: String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 1) { room in
      let buffer = room.bindMemory(to: CChar.self)
      guard let start = buffer.baseAddress,
        getpwuid_r(getuid(), &entry, start, buffer.count, &found) == 0, found != nil,
        let name = entry.pw_name
      else { return nil }
      return String(cString: name)
    }
  }
}

/// What the wiring decides for the loop.
public struct LoopSettings: Sendable {
  /// Seconds between two fetches of the operations list.
  public let pollIntervalSeconds: Int
  /// Lower-case hexadecimal SHA-256 of the UTF-8 bytes.
  public let sha256: @Sendable (String) -> String

  public init(pollIntervalSeconds: Int, sha256: @escaping @Sendable (String) -> String) {
    self.pollIntervalSeconds = pollIntervalSeconds
    self.sha256 = sha256
  }
}

/// Why the sandbox does not start.
public enum SandboxFault: Error, Equatable, Sendable {
  /// The data file cannot be created, opened or read.
  case dataFile(String, reason: String)
  /// Keys and certificates cannot be kept there.
  case certificates(String, reason: String)
  /// Somebody else listens there, or nobody may.
  case port(Int, reason: String)
}

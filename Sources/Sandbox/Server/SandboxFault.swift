/// Why the sandbox does not start.
public enum SandboxFault: Error, Equatable, Sendable {
  /// The data file cannot be created, opened or read.
  case dataFile(String, reason: String)
  /// Keys and certificates cannot be kept there.
  case certificates(String, reason: String)
  /// Somebody else listens there, or nobody may.
  case port(Int, reason: String)
}

extension SandboxFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .dataFile(let file, let reason): "the data file \(file) cannot be used: \(reason)"
    case .certificates(let path, let reason): "certificates cannot be kept in \(path): \(reason)"
    case .port(let port, let reason): "cannot listen on port \(port): \(reason)"
    }
  }
}

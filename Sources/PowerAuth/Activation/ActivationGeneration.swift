/// Which major version of the protocol an activation speaks, and how far an upgrade has come.
public enum ActivationGeneration: Sendable, Equatable {
  /// Signs with the hash chain.
  case v3
  /// The hash chain has been received; the server has not confirmed that it uses it, too.
  case upgrading
  /// Made by a client of protocol 2: signs with this number, which we never do.
  case v2(counter: UInt64)
}

import CTerminal

/// Keeps the process's memory, and the secrets in it, to itself.
public enum ProcessHardening {
  /// Forbids core dumps, and reading by debuggers of the same user; call it first of all.
  public static func apply() {
    ct_harden_process()
  }
}

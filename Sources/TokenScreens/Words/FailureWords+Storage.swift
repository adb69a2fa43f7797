import TokenModel

/// Words about the files that hold the activation.
extension FailureWords {
  static func storage(_ fault: StorageFault) -> FailureWords {
    let unsafe = "Without its files nothing is signed or sent."
    return switch fault {
    case .directoryMissing(let path, let reason):
      FailureWords(
        "The state directory \(path) cannot be made: \(reason).", unsafe,
        "Create it with mode 0700, or name another one with --state-dir.")
    case .notWritable(let path, let reason):
      FailureWords(
        "\(path) cannot be written: \(reason).", unsafe,
        "Make it writable, or name another directory with --state-dir.")
    case .openPermissions(let path, let mode, let mend):
      FailureWords(
        "Others on this machine may open \(path) (mode \(mode)).",
        "It holds your keys, so it is not used like that.", "Run: \(mend)")
    case .keyMissing(let path):
      FailureWords(
        "The device key \(path) is missing.",
        "The database beside it cannot be read without it.",
        "Put the key back from your backup, or run: countersign remove --local")
    case .databaseMissing(let path, let key):
      FailureWords(
        "The database \(path) is missing, but its key \(key) is there.",
        "The activation cannot be used without its database.",
        "Put the database back from your backup, or run: countersign remove --local")
    case .keyDoesNotFit(let database, let key):
      FailureWords(
        "The key \(key) does not open the database \(database).",
        "One of them comes from another time or place, or was changed.",
        "Put the right pair back from your backup, or run: countersign remove --local")
    case .damaged(let path, let reason):
      FailureWords(
        "\(path) is damaged: \(reason).", "The activation cannot be used like that.",
        "Put it back from your backup, or run: countersign remove --local")
    case .newerSchema(let path):
      FailureWords(
        "\(path) was written by a newer version of this program.",
        "This version does not understand it and leaves it alone.", "Use the newer version.")
    case .full(let path):
      FailureWords(
        "There is no room left to write \(path).", unsafe, "Make room on the disk, then try again.")
    }
  }

  static func busy(_ holder: Int32?) -> FailureWords {
    let who = holder.map { "Process \($0)" } ?? "Another process"
    return FailureWords(
      "\(who) is using this activation.",
      "Two signatures at once would get out of step with the bank, so this one was not made.",
      "Wait until it is done, then try again.")
  }
}

import TokenModel

/// Words about the files that hold the activation.
extension FailureWords {
  static func storage(_ fault: StorageFault) -> FailureWords {
    let unsafe = say("failures-storage.unsafe")
    return switch fault {
    case .directoryMissing(let path, let reason):
      FailureWords(
        say("failures-storage.directory", ["path": path, "reason": ReasonWords.text(reason)]), unsafe,
        say("failures-storage.directory-next"))
    case .notWritable(let path, let reason):
      FailureWords(
        say("failures-storage.not-writable", ["path": path, "reason": ReasonWords.text(reason)]), unsafe,
        say("failures-storage.not-writable-next"))
    case .openPermissions(let path, let mode, let mend):
      FailureWords(
        say("failures-storage.open", ["path": path, "mode": mode]),
        say("failures-storage.open-means"), say("failures-storage.open-next", ["command": mend]))
    case .keyMissing(let path):
      FailureWords(
        say("failures-storage.no-key", ["path": path]),
        say("failures-storage.no-key-means"),
        say("failures-storage.no-key-next"))
    case .databaseMissing(let path, let key):
      FailureWords(
        say("failures-storage.no-database", ["path": path, "key": key]),
        say("failures-storage.no-database-means"),
        say("failures-storage.no-database-next"))
    case .keyDoesNotFit(let database, let key):
      FailureWords(
        say("failures-storage.no-fit", ["key": key, "database": database]),
        say("failures-storage.no-fit-means"),
        say("failures-storage.no-fit-next"))
    case .damaged(let path, let reason):
      FailureWords(
        say("failures-storage.damaged", ["path": path, "reason": ReasonWords.text(reason)]),
        say("failures-storage.damaged-means"),
        say("failures-storage.damaged-next"))
    case .newerSchema(let path):
      FailureWords(
        say("failures-storage.newer", ["path": path]),
        say("failures-storage.newer-means"), say("failures-storage.newer-next"))
    case .full(let path):
      FailureWords(
        say("failures-storage.full", ["path": path]), unsafe, say("failures-storage.full-next"))
    }
  }

  static func busy(_ holder: Int32?) -> FailureWords {
    FailureWords(
      holder.map { say("failures-storage.busy-process", ["process": String($0)]) }
        ?? say("failures-storage.busy"),
      say("failures-storage.busy-means"),
      say("failures-storage.busy-next"))
  }
}

/// Reads the output of fprintd's tools, which have no better interface and speak English only.
enum FingerprintAnswer {
  enum Verdict: Equatable {
    case match
    case noMatch
    case none(Obstacle)
  }

  /// The verdict of `fprintd-verify`: its last one counts, and a match needs its exit status too.
  static func verdict(_ output: String, isSuccess: Bool) -> Verdict {
    let prefix = "Verify result: "
    guard let line = lines(output).last(where: { $0.hasPrefix(prefix) }) else {
      return .none(obstacle(in: output) ?? .readerFailed)
    }
    switch (line.dropFirst(prefix.count), isSuccess) {
    case ("verify-match (done)", true): return .match
    // Its exit status was zero here, too, in old versions.
    case ("verify-no-match (done)", _): return .noMatch
    case ("verify-disconnected (done)", _): return .none(.readerGone)
    // A retry without an end, an unknown word, or a match that was not finished in good order.
    default: return .none(.readerFailed)
    }
  }

  /// What the list of `fprintd-list` lacks; nil when it names a finger.
  static func obstacle(listing output: String) -> Obstacle? {
    if lines(output).contains(where: { $0.hasPrefix(" - #") }) { return nil }
    return obstacle(in: output) ?? .noFingerprintService
  }

  /// Part of a message, and what it means; the first that fits counts.
  private static let meanings: [(part: String, obstacle: Obstacle)] = [
    ("has no fingers enrolled", .noFingerEnrolled),
    ("No fingers enrolled", .noFingerEnrolled),
    ("Fprint.Error.NoEnrolledPrints", .noFingerEnrolled),
    ("Fprint.Error.NoSuchDevice", .noReader),
    ("No devices available", .noReader),
    ("Fprint.Error.AlreadyInUse", .readerBusy),
    ("Fprint.Error.PermissionDenied", .readerNotAllowed),
    ("Failed to connect to session bus", .noFingerprintService),
    ("org.freedesktop.DBus.Error", .noFingerprintService),
  ]

  private static func obstacle(in output: String) -> Obstacle? {
    lines(output).lazy.compactMap { line in
      meanings.first { line.contains($0.part) }?.obstacle
    }.first
  }

  private static func lines(_ output: String) -> [Substring] {
    output.split(separator: "\n")
  }
}

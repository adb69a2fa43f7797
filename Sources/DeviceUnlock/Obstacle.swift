import ChildProcess
import Glibc
import TokenModel

/// Why a provider cannot be used, in words for people; half a sentence each, to follow a colon.
enum Obstacle: Error, Equatable {
  case notInstalled(tool: String, package: String)
  case notRun(tool: String, error: Int32)
  case silent(tool: String, after: Duration)

  // Keyring
  case noSession
  case keyringSilent(after: Duration)
  case noKeyringService
  /// Locked, and its password was not given; or there is no desktop to ask for it.
  case keyringLocked
  case noKeyring
  case keyringRefused(String)

  // Reader
  case noFingerprintService
  case noReader
  case noFingerEnrolled
  case readerBusy
  case readerNotAllowed
  case readerGone
  case readerFailed

  var words: String {
    switch self {
    case .notInstalled(let tool, let package):
      "\(tool) is not installed (Debian package \(package))"
    case .notRun(let tool, let error): "\(tool) could not be run (system error \(error))"
    case .silent(let tool, let time): "\(tool) did not answer for \(time.components.seconds) s"
    case .noSession: "there is no desktop session here, and so no keyring"
    case .keyringSilent(let time):
      "the keyring did not answer for \(time.components.seconds) s; it may be waiting for its password"
    case .noKeyringService: "no keyring is running in this session (such as gnome-keyring)"
    case .keyringLocked: "the keyring is locked, and nobody unlocked it"
    case .noKeyring: "the session has no keyring yet; log in at the desktop once to create it"
    case .keyringRefused(let text): "the keyring refused: \(text)"
    case .noFingerprintService: "the fingerprint service (fprintd) does not answer"
    case .noReader: "no fingerprint reader is connected"
    case .noFingerEnrolled: "no finger is enrolled; enrol one with the command fprintd-enroll"
    case .readerBusy: "another program is using the fingerprint reader"
    case .readerNotAllowed: "the system does not let this session use the fingerprint reader"
    case .readerGone: "the fingerprint reader was disconnected"
    case .readerFailed: "the fingerprint reader gave no verdict"
    }
  }

  /// One line of a tool that can hide nothing and is no longer than 120 characters.
  static func quoted(_ text: some StringProtocol) -> String {
    String(DisplayText(String(text)).singleLine.prefix(120))
  }
}

/// What ends a provider's work early, before it is said in the terms of the token.
enum Interruption: Error, Equatable {
  case canceled
  case obstacle(Obstacle)

  func fault(of provider: String) -> BiometryFault {
    switch self {
    case .canceled: .canceled
    case .obstacle(let obstacle): .unavailable(provider: provider, reason: obstacle.words)
    }
  }

  /// What a tool of a Debian package did not do.
  init(_ fault: ChildFault, tool: String, package: String) {
    self =
      switch fault {
      case .notFound: .obstacle(.notInstalled(tool: tool, package: package))
      case .notConfined: .obstacle(.notRun(tool: tool, error: ENOSYS))
      case .notStarted(_, let error): .obstacle(.notRun(tool: tool, error: error))
      case .timedOut(let time): .obstacle(.silent(tool: tool, after: time))
      case .canceled: .canceled
      // No tool of ours has so much to say.
      case .tooMuchOutput: .obstacle(.notRun(tool: tool, error: EFBIG))
      }
  }
}

import TokenModel
import TokenScreens

/// One profile, as the interface works with it until another one is chosen.
public struct ProfileSession: Sendable {
  /// What the screens know before the first picture.
  public let start: StartContext
  public let token: TokenSource
  public let settings: LoopSettings
  public let signIn: SignInPort

  public init(
    start: StartContext, token: TokenSource, settings: LoopSettings, signIn: SignInPort = .none
  ) {
    self.start = start
    self.token = token
    self.settings = settings
    self.signIn = signIn
  }
}

/// The profiles side by side.
public struct ProfilesPort: Sendable {
  /// All of the configuration, with what stands on this device; touches the disk.
  public let list: @Sendable () -> [ProfileEntry]
  /// What is needed to work with another one; the problem is in words.
  public let open: @Sendable (_ name: String) throws(ProfileProblem) -> ProfileSession

  public init(
    list: @escaping @Sendable () -> [ProfileEntry],
    open: @escaping @Sendable (String) throws(ProfileProblem) -> ProfileSession
  ) {
    self.list = list
    self.open = open
  }

  /// The profile that is open, and no other.
  public static let none = ProfilesPort(
    list: { [] }, open: { _ throws(ProfileProblem) in throw ProfileProblem(say("profiles.no-other")) })
}

/// Why a profile cannot be opened, in words.
public struct ProfileProblem: Error, Equatable, Sendable {
  public let words: String

  public init(_ words: String) { self.words = words }
}

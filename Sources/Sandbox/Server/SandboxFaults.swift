/// What goes wrong on purpose, for tests and for those who connect their own client.
public struct SandboxFaults: Sendable, Equatable {
  /// Ends of paths, as `/token/create`: the next answer there is lost after the sandbox has acted.
  ///
  /// Each entry serves once.
  public var lostAnswers: [String]
  /// How long every answer takes.
  public var delayMilliseconds: Int
  /// How far the sandbox's clock is ahead of the true time; negative for behind.
  public var clockShiftSeconds: Int
  /// By how many signatures the server's counters run ahead; applied once, before the next request.
  public var counterSteps: Int

  /// Ends of paths of the token's side that this server does not have, as `/user/info`: 404.
  public var missingEndpoints: [String] = []
  /// Whether an activation's new name is refused, as by released servers, which look for it in the
  /// cryptogram.
  public var refusesRename = false
  /// Whether biometry opens the vault; servers want the PIN unless they are told otherwise.
  public var opensVaultByBiometry = false
  /// How long a temporary key lives; nil for five minutes.
  public var temporaryKeyLifeSeconds: Int?
  /// Whether the push server is out of order, so that no device can be registered there.
  public var refusesPush = false
  /// How the OpenID provider sends everybody back, as `access_denied`; nil to sign them in.
  public var signInError: String?

  public init(
    lostAnswers: [String] = [], delayMilliseconds: Int = 0, clockShiftSeconds: Int = 0,
    counterSteps: Int = 0
  ) {
    self.lostAnswers = lostAnswers
    self.delayMilliseconds = delayMilliseconds
    self.clockShiftSeconds = clockShiftSeconds
    self.counterSteps = counterSteps
  }

  /// What happens to one request; what serves once is used up.
  mutating func taken(forPath path: String) -> (faults: SandboxFaults, isAnswerLost: Bool) {
    let present = self
    counterSteps = 0
    guard let index = lostAnswers.firstIndex(where: path.hasSuffix) else { return (present, false) }
    lostAnswers.remove(at: index)
    return (present, true)
  }
}

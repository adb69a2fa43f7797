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

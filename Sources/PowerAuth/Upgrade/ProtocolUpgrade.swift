import PowerAuthCrypto
import TokenModel

/// The client's side of the upgrade of an activation from protocol 2 to 3, resumable at each step.
///
/// Every fetched status tells where to go on: start the upgrade, `apply` its answer and save, commit
/// by a possession signature, `finish` and save. Whatever is lost on the way is simply repeated.
public enum ProtocolUpgrade {
  /// What is to be done next.
  public enum Step: Sendable, Equatable {
    /// Nothing: both sides speak protocol 3, or the server offers no upgrade now.
    case none
    /// Send `Endpoint.upgradeStart`, then `apply`.
    case start
    /// Send `Endpoint.upgradeCommit`, then `finish`.
    case commit
    /// The server has committed already: only `finish` remains.
    case finish
  }

  /// What makes an upgrade impossible.
  public enum Fault: Error, Equatable, Sendable {
    /// Server and client are where no upgrade leads, for instance after an old state was restored.
    case versionsDoNotMeet
    /// The answer holds no counter of 16 B.
    case invalidAnswer
    /// The step does not follow from the present generation.
    case outOfOrder
  }

  /// The next step after a status; activations that are not active are left alone.
  public static func next(
    _ generation: ActivationGeneration, server: StatusBlob
  ) throws(Fault) -> Step {
    guard server.state == .active else { return .none }
    let isUpgraded = server.currentVersion >= StatusBlob.firstChainVersion
    let isOffered = server.upgradeVersion >= StatusBlob.firstChainVersion
    switch (generation, isUpgraded) {
    case (.v3, true): return .none
    case (.v2, false): return isOffered ? .start : .none
    case (.upgrading, false): return .commit
    case (.upgrading, true): return .finish
    case (.v3, false), (.v2, true): throw .versionsDoNotMeet
    }
  }

  /// Takes over the hash chain; the caller saves the record before it commits.
  ///
  /// `server` is the status on which the start was decided: the server goes on counting from the
  /// byte in it.
  public static func apply(
    _ answer: UpgradeStartResponse, server: StatusBlob, to record: inout ActivationRecord
  ) throws(Fault) {
    guard case .v2 = record.generation else { throw .outOfOrder }
    guard let chain = Base64.decode(answer.ctrData),
      let counter = try? SignatureCounter(data: chain, byte: server.counterByte)
    else { throw .invalidAnswer }
    record.counter = counter
    record.generation = .upgrading
  }

  /// Notes that the server has committed; the caller saves the record.
  public static func finish(_ record: inout ActivationRecord) throws(Fault) {
    guard record.generation == .upgrading else { throw .outOfOrder }
    record.generation = .v3
  }
}

/// The server's side of the same upgrade.
public enum ServerUpgrade: Sendable, Equatable {
  /// The activation speaks protocol 2.
  case offered
  /// The client was given this chain; it may not have arrived.
  case started(SignatureCounter)
  /// The activation speaks protocol 3.
  case committed

  /// A step that the server does not take now.
  public struct Refused: Error, Equatable, Sendable {
    /// A refusal says nothing more.
    public init() {}
  }

  /// Major version as a status blob tells it.
  public var currentVersion: UInt8 { self == .committed ? 3 : 2 }

  /// Answers `upgrade/start`; repeated, it gives the same chain, lest a replay change the counter.
  ///
  /// `legacyCounter` is the number of signatures so far, whose low byte counts on.
  public mutating func start(legacyCounter: UInt64) throws -> UpgradeStartResponse {
    switch self {
    case .offered:
      let counter = try SignatureCounter(
        data: SignatureCounter.random().data, byte: UInt8(truncatingIfNeeded: legacyCounter))
      self = .started(counter)
      return UpgradeStartResponse(counter: counter)
    case .started(let counter): return UpgradeStartResponse(counter: counter)
    case .committed: throw Refused()
    }
  }

  /// Carries out `upgrade/commit`, whose possession signature the caller has verified.
  public mutating func commit() throws(Refused) {
    guard case .started = self else { throw Refused() }
    self = .committed
  }
}

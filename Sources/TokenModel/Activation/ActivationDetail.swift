/// What the server remembers of this activation.
public struct ActivationDetail: Sendable, Equatable {
  /// The object as the server sent it.
  public let source: JSONValue

  public init(_ source: JSONValue) { self.source = source }

  /// The name of this device in the bank's list.
  public var name: String? { source["activationName"]?.string }
  public var platform: String? { source["platform"]?.string }
  public var deviceInfo: String? { source["deviceInfo"]?.string }
  public var userID: String? { source["userId"]?.string }
}

/// An access token of this device, without its secret.
public struct TokenDescription: Sendable, Equatable {
  /// The name that this device gave it.
  public let name: String
  /// The server's identifier, a UUID text.
  public let id: String
  /// Such as `possession_knowledge`.
  public let factors: String

  public init(name: String, id: String, factors: String) {
    self.name = name
    self.id = id
    self.factors = factors
  }
}

/// How far the clock of this machine is from the server's.
public struct ClockReport: Sendable, Equatable {
  /// What must be added to the local clock; 0 when it counts as in step.
  public let adjustmentMilliseconds: Int64
  /// How long the question took there and back.
  public let roundTripMilliseconds: Int64

  public init(adjustmentMilliseconds: Int64, roundTripMilliseconds: Int64) {
    self.adjustmentMilliseconds = adjustmentMilliseconds
    self.roundTripMilliseconds = roundTripMilliseconds
  }
}

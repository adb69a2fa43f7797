/// What goes to the server beside a decision.
public struct ApprovalEvidence: Equatable, Sendable {
  /// The proof of standing before the bank's page; nil where none was given.
  public var proximity: ProximityCheck?
  /// `{"preApprovalScreens": [...]}`, what the user did on the pages before; nil where none was open.
  public var mobileTokenData: JSONValue?

  public init(proximity: ProximityCheck? = nil, mobileTokenData: JSONValue? = nil) {
    self.proximity = proximity
    self.mobileTokenData = mobileTokenData
  }
}

import FoundationEssentials

/// What the user did on the pages before an approval; the bank's record of care (section 7.3).
public struct ScreenVisits: Equatable, Sendable {
  /// How a visit ended, by its name on the wire.
  public enum Action: String, Sendable, CaseIterable {
    case proceed = "CONTINUE"
    case back = "BACK"
    case close = "CLOSE"
    case reject = "REJECT"
    case scan = "SCAN"
  }

  /// One look at one page; times by the server's clock.
  public struct Visit: Equatable, Sendable {
    public let screen: String
    public let opened: Date
    public fileprivate(set) var closed: Date?
    public fileprivate(set) var action: Action?
  }

  /// In the order in which they were opened.
  public private(set) var visits: [Visit] = []
  /// The page that is open now.
  private var open: Int?

  public init() {}

  /// Opens a visit; nothing for the page that is open already, or for one without a name.
  ///
  /// Another page that is open stays so in the record: nobody has said how it ended.
  public mutating func begin(_ screen: String, at now: Date) {
    guard !screen.isEmpty, open.map({ visits[$0].screen }) != screen else { return }
    visits.append(Visit(screen: screen, opened: now))
    open = visits.count - 1
  }

  /// Ends the latest visit of the page that has not ended; nothing when there is none.
  public mutating func end(_ screen: String, _ action: Action, at now: Date) {
    guard
      let index = visits.lastIndex(where: { $0.screen == screen && $0.closed == nil })
    else { return }
    visits[index].closed = now
    visits[index].action = action
    if open == index { open = nil }
  }

  /// `{"preApprovalScreens": [...]}` for the server; nil when no page was ever open.
  ///
  /// The page that is still open ends at `now`, without an action. Times are ISO 8601 with
  /// milliseconds.
  public func mobileTokenData(at now: Date) -> JSONValue? {
    guard !visits.isEmpty else { return nil }
    let documents = visits.enumerated().map { index, visit in
      visit.document(closed: visit.closed ?? (index == open ? now : nil))
    }
    return ["preApprovalScreens": .array(documents)]
  }
}

extension ScreenVisits.Visit {
  fileprivate func document(closed: Date?) -> JSONValue {
    var members: [String: JSONValue] = [
      "screen": .string(screen), "timestampOpened": .string(ServerDate.utcText(opened)),
    ]
    // A clock that was set meanwhile must not have it end before it began.
    members["timestampClosed"] = closed.map { .string(ServerDate.utcText(max($0, opened))) }
    members["action"] = action.map { .string($0.rawValue) }
    return .object(members)
  }
}

/// How the user leaves a page before an approval, in one direction or the other.
public struct PreApprovalControls: Equatable, Sendable {
  /// The way on stands before the way back, and takes its looks.
  public let isFlipped: Bool
  public let axis: Axis
  /// Nil where the server leaves it to us.
  public let decline: Decline?
  public let approve: Approve

  public enum Axis: String, Sendable { case horizontal = "HORIZONTAL", vertical = "VERTICAL" }

  public struct Decline: Equatable, Sendable {
    public enum Kind: String, Sendable { case back = "BACK", reject = "REJECT" }
    public let kind: Kind
    /// The server's words for it.
    public let text: String?
  }

  public struct Approve: Equatable, Sendable {
    public enum Kind: String, Sendable { case button = "BUTTON", slider = "SLIDER" }
    public let kind: Kind
    /// The server's words for it.
    public let text: String?
    /// Seconds for which it stays closed, 0 to `longestCounter`.
    public let counter: Int

    /// No page keeps a user longer, whatever the server asks for; operations are valid for minutes.
    public static let longestCounter = 600
  }

  /// What is missing or cannot be read is a plain button, at once.
  init(_ json: JSONValue?) {
    isFlipped = json?["flip"]?.bool ?? false
    axis = json?["axis"]?.string.flatMap(Axis.init) ?? .horizontal
    decline = Decline(json?["decline"])
    approve = Approve(json?["approve"])
  }

  /// The older form knows one word.
  init(approvalType: String?) {
    (isFlipped, axis, decline) = (false, .horizontal, nil)
    approve = Approve(
      kind: approvalType.flatMap(Approve.Kind.init) ?? .button, text: nil, counter: 0)
  }
}

extension PreApprovalControls.Decline {
  /// Nil without a kind that we know: then the program offers its own.
  init?(_ json: JSONValue?) {
    guard let kind = json?["type"]?.string.flatMap(Kind.init) else { return nil }
    self.kind = kind
    text = json?["text"]?.string.flatMap { $0.isBlank ? nil : $0 }
  }
}

extension PreApprovalControls.Approve {
  init(_ json: JSONValue?) {
    kind = json?["type"]?.string.flatMap(Kind.init) ?? .button
    text = json?["text"]?.string.flatMap { $0.isBlank ? nil : $0 }
    counter = Int(max(0, min(Int64(Self.longestCounter), json?["counter"]?.int ?? 0)))
  }
}

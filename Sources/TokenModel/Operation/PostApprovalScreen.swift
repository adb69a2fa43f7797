/// What the bank shows after an approval (Mobile Token API, section 7.4).
public struct PostApprovalScreen: Equatable, Sendable {
  public enum Content: Equatable, Sendable {
    /// Rows to look at once more.
    case review([Attribute])
    case redirect(Redirect)
    /// Whatever the bank's own program makes of it, and all kinds that we do not know.
    case generic(JSONValue)
  }

  /// A way to a web page or another program; only the user takes it.
  public struct Redirect: Equatable, Sendable {
    /// The server's words for the way.
    public let text: String?
    /// As the server wrote it.
    public let address: String
    /// Seconds after which the bank would go there by itself, 0 to `longestCountdown`.
    public let countdown: Int

    /// A way that opens later is of no use to anybody.
    public static let longestCountdown = 600
  }

  /// The name on the wire, such as `REVIEW`.
  public let type: String
  public let heading: String?
  public let message: String?
  public let content: Content

  /// Nil when there is nothing to show, or when the payload is not that of its type.
  init?(_ json: JSONValue) {
    guard json.object != nil, let content = Content(json) else { return nil }
    type = json["type"]?.string ?? ""
    heading = json["heading"]?.string.flatMap { $0.isBlank ? nil : $0 }
    message = json["message"]?.string.flatMap { $0.isBlank ? nil : $0 }
    self.content = content
    guard heading != nil || message != nil || !content.isEmpty else { return nil }
  }
}

extension PostApprovalScreen.Content {
  init?(_ json: JSONValue) {
    let payload = json["payload"]
    switch json["type"]?.string {
    case "REVIEW":
      guard payload?.object != nil else { return nil }
      let attributes = payload?["attributes"] ?? []
      guard let elements = attributes.array else { return nil }
      self = .review(elements.compactMap(Attribute.init))
    case "MERCHANT_REDIRECT", "REDIRECT":
      guard let redirect = PostApprovalScreen.Redirect(payload) else { return nil }
      self = .redirect(redirect)
    case _: self = .generic(payload ?? .object([:]))
    }
  }

  var isEmpty: Bool {
    switch self {
    case .review(let attributes): attributes.isEmpty
    case .redirect: false
    case .generic(let value): value == .object([:]) || value == .array([])
    }
  }
}

extension PostApprovalScreen.Redirect {
  init?(_ json: JSONValue?) {
    guard let address = json?["redirectUrl"]?.string, !address.isBlank else { return nil }
    self.address = address
    text = json?["redirectText"]?.string.flatMap { $0.isBlank ? nil : $0 }
    countdown = Int(max(0, min(Int64(Self.longestCountdown), json?["countdown"]?.int ?? 0)))
  }
}

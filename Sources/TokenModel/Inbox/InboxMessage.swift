import FoundationEssentials

/// A message of the bank (Mobile Token API, "Inbox").
///
/// Reading is lenient: only `id` is required. A list leaves `body` out.
public struct InboxMessage: Equatable, Sendable, Identifiable {
  public let id: String
  public let content: Content
  /// Empty where the server left it out.
  public let subject: String
  public let summary: String
  /// Nil in a list.
  public let body: String?
  public private(set) var isRead: Bool
  public let created: Date?
  /// The object as the server sent it.
  public private(set) var source: JSONValue

  /// How the body is written.
  public enum Content: Equatable, Sendable {
    case text, html
    /// A type of a newer server, by its name; to be read as text.
    case unknown(String)

    init(wire: String?) {
      switch wire?.lowercased() {
      case nil, "text": self = .text
      case "html": self = .html
      case .some: self = .unknown(wire ?? "")
      }
    }
  }

  /// The required member that is missing or of the wrong type.
  public struct Fault: Error, Equatable, Sendable {
    public let member: String
  }

  public init(_ json: JSONValue) throws(Fault) {
    guard let id = json["id"]?.string, !id.isEmpty else { throw Fault(member: "id") }
    self.id = id
    content = Content(wire: json["type"]?.string)
    subject = json["subject"]?.string ?? ""
    summary = json["summary"]?.string ?? ""
    body = json["body"]?.string
    isRead = json["read"]?.bool ?? false
    created = ServerDate.parse(json["timestampCreated"])
    source = json
  }

  /// The same message after somebody has read it.
  public var asRead: InboxMessage {
    var message = self
    message.isRead = true
    message.source = source.setting("read", to: true)
    return message
  }
}

/// A part of the inbox, newest message first.
public struct InboxPage: Equatable, Sendable {
  public let messages: [InboxMessage]
  /// Entries that lacked a required member; the others are shown all the same.
  public let unreadable: Int
  /// Nothing older follows.
  public let isLast: Bool

  public init(messages: [InboxMessage], unreadable: Int = 0, isLast: Bool) {
    self.messages = messages
    self.unreadable = unreadable
    self.isLast = isLast
  }

  /// Reads each entry alone, so that one bad message never hides the others.
  ///
  /// A page with fewer entries than the `size` asked for is the last one.
  public init(_ entries: [JSONValue], size: Int) {
    messages = entries.compactMap { try? InboxMessage($0) }
    unreadable = entries.count - messages.count
    isLast = entries.count < size
  }
}

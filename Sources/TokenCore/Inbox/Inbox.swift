import PowerAuth
import TokenModel

/// Sizes of what is asked for (Mobile Token API, "Inbox client behaviour").
public enum InboxLimit {
  /// Messages of one page, as the reference clients ask for them.
  public static let page = 100
  /// Most messages that "all" means.
  public static let all = 1000
}

/// The bank's messages; every question is proven by the token of possession.
///
/// Throws `TokenFailure.serverCannot(.inbox, …)` where the bank has no inbox, and
/// `TokenFailure.inbox` where it has one that does not answer.
extension Token {
  /// How many messages nobody has read.
  public func unreadMessages() async throws(TokenFailure) -> Int {
    let answer = try await askInbox("count", .unavailable)
    guard let count = answer["responseObject"]?["countUnread"]?.int else {
      throw .untrustedAnswer(.missing(member: "countUnread"))
    }
    return Int(max(0, min(count, Int64(Int32.max))))
  }

  /// Page `number`, counted from 0, without bodies.
  public func messages(
    page number: Int, size: Int = InboxLimit.page, onlyUnread: Bool = false
  ) async throws(TokenFailure) -> InboxPage {
    let answer = try await askInbox(
      "message/list", .unavailable,
      [
        "page": .number(.init(number)), "size": .number(.init(size)),
        "onlyUnread": .bool(onlyUnread),
      ])
    guard let entries = answer["responseObject"]?.array else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    // A server that gives smaller pages than it was asked for says so.
    let given = answer["size"]?.int.flatMap { $0 > 0 ? Int(exactly: $0) : nil } ?? size
    return InboxPage(entries, size: min(size, given))
  }

  /// Page after page until the last one or `limit` messages; a failed page fails it all.
  ///
  /// A message that moved onto the next page meanwhile counts once.
  public func allMessages(
    limit: Int = InboxLimit.all, onlyUnread: Bool = false
  ) async throws(TokenFailure) -> InboxPage {
    var messages: [InboxMessage] = []
    var known: Set<String> = []
    var unreadable = 0
    for number in 0...max(1, limit) {
      guard !Task.isCancelled else { throw .network(.canceled) }
      let page = try await self.messages(page: number, onlyUnread: onlyUnread)
      messages += page.messages.filter { known.insert($0.id).inserted }
      unreadable += page.unreadable
      if page.isLast || messages.count >= limit {
        return InboxPage(
          messages: Array(messages.prefix(limit)), unreadable: unreadable,
          isLast: page.isLast && messages.count <= limit)
      }
    }
    return InboxPage(messages: messages, unreadable: unreadable, isLast: false)
  }

  /// One message with its body; being fetched does not mark it as read.
  public func message(id: String) async throws(TokenFailure) -> InboxMessage {
    let answer = try await askInbox("message/detail", .messageUnavailable, ["id": .string(id)])
    // An older description has the object in an array.
    let object = answer["responseObject"]
    guard let object = object?.array?.first ?? object else {
      throw .untrustedAnswer(.missing(member: "responseObject"))
    }
    let message: InboxMessage
    do throws(InboxMessage.Fault) {
      message = try InboxMessage(object)
    } catch {
      throw .untrustedAnswer(.missing(member: error.member))
    }
    // Servers may write an identifier in other letters, as they do for operations.
    guard message.id.lowercased() == id.lowercased() else {
      throw .untrustedAnswer(.missing(member: "responseObject.id"))
    }
    return message
  }

  /// Does nothing to one that was read already.
  public func markMessageRead(id: String) async throws(TokenFailure) {
    _ = try await askInbox("message/read", .messageUnavailable, ["id": .string(id)])
  }

  public func markAllMessagesRead() async throws(TokenFailure) {
    _ = try await askInbox("message/read-all", .unavailable)
  }

  private func askInbox(
    _ path: String, _ fault: InboxFault, _ object: JSONValue? = nil
  ) async throws(TokenFailure) -> JSONValue {
    let body: JSONValue = object.map { ["requestObject": $0] } ?? [:]
    return try await exchangeWithToken("/api/inbox/" + path, body: body) { refusal in
      ErrorMeaning.inbox(refusal, fault)
    }.json
  }
}

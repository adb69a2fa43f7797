import FoundationEssentials
import TokenModel

/// The bank's messages as far as they were fetched, and how many nobody has read.
struct InboxFeed: Equatable, Sendable {
  /// Newest first.
  private(set) var messages: [InboxMessage] = []
  /// Entries of the pages that could not be read.
  private(set) var unreadable = 0
  /// As the bank counts; nil until it has told.
  private(set) var unread: Int?
  /// Nothing older is left at the bank.
  private(set) var isComplete = false
  /// The first page that was not fetched yet, from 0.
  private(set) var nextPage = 0
  /// When the newest page came; nil before the first time.
  private(set) var receivedAt: Date?
  /// Since when a page is on its way.
  private(set) var loadingSince: Moment?
  /// Why there is no news.
  private(set) var failure: TokenFailure?
  /// The bank has no inbox.
  private(set) var isMissing = false
  /// Monotonic milliseconds of the latest question for the count.
  private var countedAt: Int64?
  /// Questions for the count that have not been answered yet.
  private var counts = 0

  /// Milliseconds between two questions for the count, which go with the polling of operations.
  static let countPause: Int64 = 60_000
  /// Most messages that "load all" loads.
  static let most = 1000

  /// Notes what the screens have asked for.
  mutating func asked(_ effect: Effect, at now: Moment) {
    if case .countUnread = effect {
      countedAt = now.monotonicMilliseconds
      counts += 1
    }
    if case .loadMessages = effect { loadingSince = loadingSince ?? now }
  }

  /// A list of operations has come, and the latest count is old.
  func isCountDue(at now: Moment) -> Bool {
    guard !isMissing else { return false }
    return countedAt.map { now.monotonicMilliseconds - $0 >= Self.countPause } ?? true
  }

  /// Notes that a question for the count was answered, whoever hears it.
  mutating func answeredCount() { counts = max(0, counts - 1) }

  /// True when messages have come that nobody knew of.
  mutating func count(_ unread: Int) -> Bool {
    // What was counted before something was read is old news: the next answer is on its way.
    guard counts == 0 else { return false }
    defer { (self.unread, isMissing) = (unread, false) }
    return self.unread.map { unread > $0 } ?? false
  }

  /// The newest page replaces what it repeats; a later one follows what is there.
  mutating func receive(_ page: InboxPage, number: Int, at date: Date) {
    (loadingSince, failure, isMissing) = (nil, nil, false)
    guard number > 0 else { return receiveNewest(page, at: date) }
    // What a new message has moved onto this page is known already.
    let known = Set(messages.map(\.id))
    messages += page.messages.filter { !known.contains($0.id) }
    unreadable += page.unreadable
    nextPage = max(nextPage, number + 1)
    isComplete = page.isLast
  }

  private mutating func receiveNewest(_ page: InboxPage, at date: Date) {
    receivedAt = date
    let end = page.messages.last.flatMap { last in messages.firstIndex { $0.id == last.id } }
    if let end, !page.isLast {
      let new = Set(page.messages.map(\.id))
      messages = page.messages + messages[(end + 1)...].filter { !new.contains($0.id) }
    } else {
      messages = page.messages
      (unreadable, nextPage, isComplete) = (page.unreadable, 1, page.isLast)
    }
  }

  mutating func fail(_ failure: TokenFailure) {
    loadingSince = nil
    if case .serverCannot(.inbox, _) = failure { isMissing = true }
    self.failure = failure
  }

  mutating func markRead(_ id: String) {
    guard let index = messages.firstIndex(where: { $0.id == id }), !messages[index].isRead else {
      return
    }
    messages[index] = messages[index].asRead
    unread = unread.map { max(0, $0 - 1) }
  }

  mutating func markAllRead() {
    messages = messages.map(\.asRead)
    unread = 0
  }

  /// The number beside the tab's name; nil where it would say nothing.
  var badge: Int? { unread.flatMap { $0 > 0 ? $0 : nil } }

  var hasUnread: Bool { badge != nil || messages.contains { !$0.isRead } }

  /// An older page can be asked for.
  var canGoOn: Bool {
    loadingSince == nil && receivedAt != nil && !isComplete && messages.count < Self.most
  }
}

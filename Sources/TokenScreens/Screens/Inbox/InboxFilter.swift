import TokenModel

/// Which of the loaded messages contain a text, without regard to case.
struct InboxFilter: Equatable, Sendable {
  var field = TextField()
  /// Places in the list, in its order.
  private(set) var matches: [Int] = []

  mutating func search(in messages: [InboxMessage]) {
    let search = TextSearch(field.text)
    matches = messages.indices.filter {
      search.isFound(in: messages[$0].subject) || search.isFound(in: messages[$0].summary)
    }
  }
}

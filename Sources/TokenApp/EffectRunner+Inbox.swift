import TokenCore
import TokenModel
import TokenScreens

/// Effects about the bank's messages.
extension EffectRunner {
  func runInbox(_ effect: Effect) {
    switch effect {
    case .countUnread:
      ask(AppEvent.unreadMessages) { token throws(TokenFailure) in
        try await token.unreadMessages()
      }
    case .loadMessages(let page):
      ask({ .messages(page: page, $0) }) { token throws(TokenFailure) in
        try await token.messages(page: page)
      }
    case .openMessage(let id):
      ask({ .message(id: id, $0) }) { token throws(TokenFailure) in
        try await token.message(id: id)
      }
    case .markMessageRead(let id):
      ask({ .messageRead(id: id, $0) }) { token throws(TokenFailure) in
        try await token.markMessageRead(id: id)
        return AppEvent.Done()
      }
    case .markAllMessagesRead:
      ask(AppEvent.allMessagesRead) { token throws(TokenFailure) in
        try await token.markAllMessagesRead()
        return AppEvent.Done()
      }
    default: break  // Not about messages: `run` sends it elsewhere.
    }
  }
}

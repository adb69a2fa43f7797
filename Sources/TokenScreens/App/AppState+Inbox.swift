import TokenModel

/// Messages of the bank, and what came of asking for them.
extension AppState {
  mutating func mailed(_ event: AppEvent) -> [Step] {
    if case .unreadMessages = event { world.inbox.answeredCount() }
    // Late news for an activation that was left.
    guard routes[0].state(of: OperationsScreen.self) != nil else { return [] }
    switch event {
    case .unreadMessages(let outcome): return counted(outcome)
    case .messages(let page, let outcome): return received(outcome, page)
    case .message(let id, let outcome): return opened(id, outcome)
    case .messageRead(let id, let outcome): return markedRead(id, outcome)
    case .allMessagesRead(let outcome): return markedAllRead(outcome)
    case .activation, .activated, .status, .polling, .operation, .claimed, .digest, .decided,
      .removed,
      .pinChanged, .biometry, .recovery, .recoveryConfirmed, .userInfo, .detail, .history,
      .renamed, .tokens,
      .clock, .oidcAddress, .oidcGranted, .addressNotOpened, .qrEncoded, .profiles,
      .profileSwitched,
      .offlineRead, .offlineCode, .picture, .pictureDrawn, .scanned:
      return []  // Not of this file.
    }
  }

  /// The count goes along with the polling of operations, once a minute at most.
  var countWhenDue: [Step] {
    world.inbox.isCountDue(at: world.now) ? [.run(.countUnread)] : []
  }

  private mutating func counted(_ outcome: AppEvent.Outcome<Int>) -> [Step] {
    switch outcome {
    case .success(let count):
      let before = world.inbox.unread ?? 0
      guard world.inbox.count(count) else { return [] }
      let words = say("news.messages", count: count - before)
      let isListed = world.inbox.receivedAt != nil && world.inbox.loadingSince == nil
      return [.say(.info, words + "."), .run(.notify(words))]
        + (isListed ? [.run(.loadMessages(page: 0))] : [])
    case .failure(let failure):
      // A count that does not come is no news; a bank without an inbox is.
      if case .serverCannot(.inbox, _) = failure { world.inbox.fail(failure) }
      return goToStanding(failure) ?? []
    }
  }

  private mutating func received(
    _ outcome: AppEvent.Outcome<InboxPage>, _ page: Int
  ) -> [Step] {
    switch outcome {
    case .success(let messages):
      world.inbox.receive(messages, number: page, at: world.now.serverTime)
    case .failure(let failure):
      world.inbox.fail(failure)
      if let steps = goToStanding(failure) { return steps }
    }
    return [.dispatch(RouteAction(InboxScreen.self, .arrived))]
  }

  /// What was opened counts as read, as soon as it stands here.
  private mutating func opened(
    _ id: String, _ outcome: AppEvent.Outcome<InboxMessage>
  ) -> [Step] {
    let show = Step.dispatch(RouteAction(MessageScreen.self, .answered(id: id, outcome)))
    switch outcome {
    case .success(let message):
      return [show] + (message.isRead ? [] : [.run(.markMessageRead(id: id))])
    case .failure(let failure): return goToStanding(failure) ?? [show]
    }
  }

  private mutating func markedRead(
    _ id: String, _ outcome: AppEvent.Outcome<AppEvent.Done>
  ) -> [Step] {
    switch outcome {
    case .success:
      world.inbox.markRead(id)
      return [.run(.countUnread)]
    case .failure(let failure):
      return goToStanding(failure) ?? [
        .say(.warning, say("news.still-unread", ["failure": FailureWords(failure).happened]))
      ]
    }
  }

  private mutating func markedAllRead(_ outcome: AppEvent.Outcome<AppEvent.Done>) -> [Step] {
    switch outcome {
    case .success:
      world.inbox.markAllRead()
      return [.say(.success, say("news.all-read")), .run(.countUnread)]
    case .failure(let failure):
      return goToStanding(failure) ?? [
        .say(.warning, say("news.nothing-marked", ["failure": FailureWords(failure).happened]))
      ]
    }
  }
}

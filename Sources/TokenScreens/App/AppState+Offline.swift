import TokenModel

/// Offline approval: what this device has found out.
extension AppState {
  mutating func answeredOffline(_ event: AppEvent) -> [Step] {
    switch event {
    case .offlineRead(let outcome):
      return [.dispatch(RouteAction(OfflineScreen.self, .read(outcome)))]
    case .offlineCode(let outcome): return sent(outcome) { .offlineCode($0) }
    case .activation, .activated, .status, .polling, .operation, .claimed, .digest, .decided,
      .removed,
      .pinChanged, .biometry, .recovery, .recoveryConfirmed, .userInfo, .detail, .history,
      .renamed, .tokens,
      .clock, .oidcAddress, .oidcGranted, .addressNotOpened, .qrEncoded, .profiles,
      .profileSwitched,
      .unreadMessages, .messages, .message, .messageRead, .allMessagesRead,
      .picture, .pictureDrawn, .scanned:
      return []  // Not of this file.
    }
  }
}

import TokenModel

/// Pictures and the codes in them: what was fetched, decoded and found.
extension AppState {
  mutating func answeredPictures(_ event: AppEvent) -> [Step] {
    switch event {
    case .picture(let address, let outcome):
      return [.dispatch(RouteAction(PictureScreen.self, .fetched(address, outcome)))]
    case .pictureDrawn(let address, let size, let outcome):
      return [.dispatch(RouteAction(PictureScreen.self, .drawn(address, size, outcome)))]
    case .scanned(let outcome): return scanned(outcome)
    case .activation, .activated, .status, .polling, .operation, .claimed, .digest, .decided,
      .removed,
      .pinChanged, .biometry, .recovery, .recoveryConfirmed, .userInfo, .detail, .history,
      .renamed, .tokens,
      .clock, .oidcAddress, .oidcGranted, .addressNotOpened, .qrEncoded, .profiles,
      .profileSwitched,
      .unreadMessages, .messages, .message, .messageRead, .allMessagesRead, .offlineRead,
      .offlineCode:
      return []  // Not of this file.
    }
  }

  /// One code leads on at once; of several the user chooses, unless an operation waits for its own.
  private mutating func scanned(_ outcome: AppEvent.Outcome<[String]>) -> [Step] {
    guard let index = routes.lastIndex(where: { $0.state(of: ScanScreen.self) != nil }) else {
      return []  // The user has gone on without it.
    }
    let isForOperation = routes.contains { $0.state(of: OperationScreen.self) != nil }
    guard case .success(let texts) = outcome, texts.count == 1 || isForOperation else {
      return [.dispatch(RouteAction(ScanScreen.self, .scanned(outcome)))]
    }
    routes.removeLast(routes.count - index)
    return followScanned(texts)
  }

  /// Another size of the window: pictures are decoded anew for it.
  mutating func redrawPictures() -> [Effect] {
    guard routes.contains(where: { $0.state(of: PictureScreen.self) != nil }) else { return [] }
    return dispatch(RouteAction(PictureScreen.self, .resized))
  }
}

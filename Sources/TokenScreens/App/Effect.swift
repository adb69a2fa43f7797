import TokenModel

/// Something that the screens want done; exactly one place does it.
///
/// Each effect that asks something is answered by exactly one `AppEvent`.
public enum Effect: Equatable, Sendable {
  /// Answered by `activation`: what this device remembers.
  case loadActivation
  /// Answered by `activated`.
  case activate(ActivationRequest)
  /// Answered by `status`.
  case fetchStatus
  /// The same after a pause, while the bank has not committed yet; answered by `status`.
  case fetchStatusLater(milliseconds: Int64)
  /// Answered by `polling`, again and again, until `stopPolling`.
  case startPolling
  case stopPolling
  case refreshOperations
  /// Answered by `operation`.
  case fetchOperation(id: String)
  /// Answered by `claimed`: an operation that a link names becomes this user's, if it is nobody's.
  case claimOperation(id: String)
  /// Answered by `digest`: SHA-256 of the operation's `data`.
  case digest(operationID: String, data: String)
  /// Answered by `decided`.
  case approve(UserOperation, with: SecondFactor?, evidence: ApprovalEvidence)
  /// Answered by `decided`.
  case reject(UserOperation, reason: RejectionReason, mobileTokenData: JSONValue?)
  /// Answered by `removed`.
  case remove(with: SecondFactor)
  /// Answered by `removed`.
  case removeLocally
  /// Answered by `pinChanged`.
  case changePIN(from: PIN, to: PIN)
  /// Answered by `biometry`, as are the two below.
  case loadBiometry
  case addBiometry(pin: PIN, provider: String)
  case removeBiometry
  /// The user does not want to wait for the reader any more: what waits for it answers
  /// `.biometry(.canceled)`; a request that has left goes on.
  case cancelBiometry
  /// Answered by `recovery`.
  case showRecovery(SecondFactor)
  /// Answered by `recoveryConfirmed`.
  case confirmRecovery(code: ActivationCode, SecondFactor)
  /// Answered by `userInfo`.
  case fetchUserInfo
  /// Answered by `detail`; without a factor only what earlier proof still allows.
  case fetchDetail(SecondFactor?)
  /// Answered by `history`.
  case fetchHistory(SecondFactor)
  /// Answered by `renamed`.
  case rename(String, SecondFactor)
  /// Answered by `tokens`, as is the one below.
  case loadTokens
  case removeToken(name: String)
  /// Answered by `clock`.
  case checkClock
  /// Answered by `oidcAddress`, and by `oidcGranted` once the person has signed in.
  case beginOIDC
  /// The redirect's address as the user pasted it; answered by `oidcGranted`.
  case pasteOIDCRedirect(String)
  case cancelOIDC
  /// Answered by `qrEncoded`: the text as a QR code.
  case encodeQR(String)
  /// Opens the browser, because the user asked for it.
  case openAddress(String)
  /// The text of a QR code; answered by `offlineRead` once the bank's signature was verified.
  case readOffline(String)
  /// Answered by `offlineCode`; nobody but this device is asked.
  case approveOffline(OfflineOperation, with: SecondFactor)
  /// Answered by `profiles`.
  case loadProfiles
  /// Answered by `profileSwitched`.
  case switchProfile(String)
  // Messages
  /// Answered by `unreadMessages`.
  case countUnread
  /// A page of the inbox, from 0; answered by `messages`.
  case loadMessages(page: Int)
  /// Answered by `message`, with its body.
  case openMessage(id: String)
  /// Answered by `messageRead`.
  case markMessageRead(id: String)
  /// Answered by `allMessagesRead`.
  case markAllMessagesRead
  // Pictures
  /// Answered by `picture`.
  case fetchPicture(address: String)
  /// Decodes it for a box of cells, in the best form that the terminal has; answered by
  /// `pictureDrawn`.
  case drawPicture(Picture, address: String, Size)
  /// Answered by `scanned`.
  case scan(ScanSource)
  /// Nobody waits for a picture or a code any more; what was under way answers nothing.
  case cancelPictures

  case copy(String)
  case setTitle(String)
  /// The language of what the bank sends from now on; its operations are asked for anew.
  case speak(Language)
  /// Another profile looks otherwise.
  case setAppearance(Appearance)
  /// Tells a user who looks elsewhere; the text is generic, for other people may read it.
  case notify(String)
  case redraw
  case suspend
  case quit
}

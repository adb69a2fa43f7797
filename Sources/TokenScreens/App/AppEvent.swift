import FoundationEssentials
import TokenModel

/// What effects answer.
public enum AppEvent: Equatable, Sendable {
  case activation(Outcome<LocalActivation?>)
  case activated(Outcome<NewActivation>)
  case status(Outcome<ActivationStatus>)
  case polling(Polling)
  case operation(id: String, Outcome<UserOperation>)
  /// The operation of a link, by the server's clock `at`.
  case claimed(id: String, Outcome<UserOperation>, at: Date)
  /// Lower-case hexadecimal SHA-256 of the operation's `data`.
  case digest(operationID: String, sha256: String)
  case decided(operationID: String, Outcome<Done>)
  case removed(Outcome<Done>)
  case pinChanged(Outcome<Done>)
  case biometry(Outcome<BiometryState>)
  case recovery(Outcome<RecoveryCodes>)
  case recoveryConfirmed(Outcome<RecoveryConfirmation>)
  case userInfo(Outcome<UserInfo>)
  case detail(Outcome<ActivationDetail>)
  /// What was asked before, and what became of it.
  case history(Outcome<OperationList>)
  case renamed(Outcome<LocalActivation>)
  case tokens(Outcome<[TokenDescription]>)
  case clock(Outcome<ClockReport>)
  case oidcAddress(Outcome<OIDCAddress>)
  case oidcGranted(Outcome<OIDCGrant>)
  // Messages
  /// How many messages nobody has read.
  case unreadMessages(Outcome<Int>)
  case messages(page: Int, Outcome<InboxPage>)
  case message(id: String, Outcome<InboxMessage>)
  case messageRead(id: String, Outcome<Done>)
  case allMessagesRead(Outcome<Done>)
  // Pictures
  case picture(address: String, Outcome<Picture>)
  case pictureDrawn(address: String, Size, Outcome<DrawnPicture>)
  /// The texts of all QR codes that were found, at least one.
  case scanned(Outcome<[String]>)
  /// Nil for a text that is too long for a QR code.
  case qrEncoded(text: String, ModuleMatrix?)
  /// The browser did not open; why, in words.
  case addressNotOpened(String)
  case profiles([ProfileEntry])
  /// The text of a QR code, verified.
  case offlineRead(Outcome<OfflineOperation>)
  case offlineCode(Outcome<OfflineCode>)
  /// Another profile, from now on; or why the old one goes on.
  case profileSwitched(ProfileSwitch)

  /// What came of choosing another profile.
  public enum ProfileSwitch: Equatable, Sendable {
    case done(StartContext)
    /// `problem` in words.
    case refused(name: String, problem: String)
  }

  /// An answer of the token, comparable in tests.
  public enum Outcome<Value: Equatable & Sendable>: Equatable, Sendable {
    case success(Value)
    case failure(TokenFailure)
  }

  /// Success without a value.
  public struct Done: Equatable, Sendable {
    public init() {}
  }

  /// What the polling of operations tells.
  public enum Polling: Equatable, Sendable {
    case loading
    case list(OperationList, at: Date)
    /// The time of these is over by the server's clock; what that means is the server's to say.
    case expired(ids: [String])
    case failed(TokenFailure, retryInSeconds: Int)
  }
}

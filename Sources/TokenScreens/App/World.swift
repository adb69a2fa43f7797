import FoundationEssentials
import TokenModel

/// What all screens see; only the machine changes it.
struct World: Equatable, Sendable {
  let context: StartContext
  /// What the profile asks for, until the user chooses another.
  var language: Language
  var size: Size
  /// The part of the terminal that the screen in question draws.
  var area: Rect
  /// The moment of the latest action, or of the picture that is being drawn.
  var now = Moment(serverTime: .init(timeIntervalSince1970: 0), monotonicMilliseconds: 0)
  var activation: LocalActivation?
  /// A code that the activation offers already filled in, until it has been used.
  var offeredCode: ActivationCode?
  /// What the program was started for, until it has been followed.
  var offeredLink: ScannedText?
  /// What the bank said about the person at activation.
  var userInfo: UserInfo?
  var status: ActivationStatus?
  /// Why the latest question for the status got no answer.
  var statusFailure: TokenFailure?
  /// Status requests that have not been answered yet.
  var statusRequests = 0
  /// What may stand in for the PIN; nil until this was looked up.
  var biometry: BiometryState?
  /// The provider that turned out to have lost its key; looking whether it is ready does not tell.
  var lostKey: String?
  var clock: ClockReport?
  var feed = OperationsFeed()
  var inbox = InboxFeed()
  /// SHA-256 of the data of the operation that is or was open.
  var digest: Digest?

  /// Decisions whose outcome is not known yet, by operation.
  var doubts: [String: Doubt] = [:]

  /// A decision whose answer was lost: list and detail are asked before another one is allowed.
  struct Doubt: Equatable, Sendable {
    let decision: Decision
    /// A list has come since.
    var hasList = false
    /// The operation as the bank has it since: still waiting.
    var detail: UserOperation?

    init(_ decision: Decision) { self.decision = decision }
  }

  /// Operations that wait for a decision although the lists do not have them.
  var unlisted: Set<String> = []

  struct Digest: Equatable, Sendable {
    let operationID: String
    let sha256: String
  }

  init(_ context: StartContext, size: Size) {
    self.context = context
    language = context.language
    offeredCode = context.offeredCode
    offeredLink = context.offeredLink
    self.size = size
    area = Layout(size, .plain).body
  }

  /// The pages that there are: a bank without an inbox has none to show.
  var tabs: [Tab] { Tab.allCases.filter { $0 != .inbox || !inbox.isMissing } }

  func digest(of operation: UserOperation) -> String? {
    digest.flatMap { $0.operationID == operation.id ? $0.sha256 : nil }
  }
}

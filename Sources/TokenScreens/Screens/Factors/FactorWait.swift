import TokenModel

/// What stands there while a factor is asked for and its proof is on the way.
struct FactorWait: Equatable, Sendable {
  private let words: BusyWords?
  /// The wait can be ended by the user.
  private let canCancel: Bool

  /// With biometry the user has to do something at once; a PIN's proof says nothing at first.
  init(_ proof: Proof, busy: String, since: Moment, at now: Moment) {
    switch proof {
    case .biometry(let provider):
      words = BusyWords(ProviderWords(provider).wait, since: since, at: now)
      canCancel = true
    case .pin, .device:
      words = BusyWords(busy, since: since, at: now)
      canCancel = false
    }
  }

  private init() { (words, canCancel) = (nil, false) }

  /// After the user has ended the wait.
  static let canceling = FactorWait()

  var nextChange: Int64? { words?.nextChange }

  func draw(_ title: String, _ canvas: inout Canvas, _ world: World) {
    let shown = words == nil ? say("factors.canceling") : words?.shown
    guard let shown else { return }
    var page = TextPage(width: DialogBox.textColumns(world.area))
    page.text(shown)
    let (_, buttons) = DialogBox(title, page).draw(&canvas, world.area)
    if canCancel {
      DialogBox.buttons(&canvas, buttons, cancel: (.escape, say("factors.cancel")), accept: nil)
    }
  }

  /// Why nobody leaves before the answer.
  static func whyNotLeave(_ proof: Proof) -> String {
    switch proof {
    case .biometry: say("factors.esc-ends")
    case .pin, .device: say("frame.bank-silent")
    }
  }

  static func cancelKey<Action>(_ action: Action) -> KeyBinding<Action> {
    KeyBinding(
      .escape, .control("c"), label: say("keys.cancel"), help: say("factors.cancel-help"),
      action: action)
  }

  /// What a cancelled wait has come to: what never left is no more than a cancellation.
  static func ending(_ failure: TokenFailure, isCanceling: Bool) -> TokenFailure {
    isCanceling && failure == .network(.canceled) ? .biometry(.canceled) : failure
  }

  /// What has to be asked after a refusal, so that the words of the next try are true.
  static func questions(after failure: TokenFailure, asksBank: Bool = true) -> [Step] {
    if failure.attempts == .untold || failure == .biometry(.notRecognized) {
      return asksBank ? [.run(.fetchStatus)] : []
    }
    guard case .biometry(let fault) = failure, fault != .canceled else { return [] }
    return [.run(.loadBiometry)]
  }
}

import FoundationEssentials
import Testing
import TokenModel
import TokenScreens

/// Plays a user and the world around the screens: what is pressed, what is answered, what is seen.
struct Stage {
  private(set) var state: AppState
  private(set) var now = Moment(
    serverTime: Date(timeIntervalSince1970: 1_782_736_867), monotonicMilliseconds: 5_000_000,
    utcOffsetSeconds: 7200)
  /// What the latest action asked for.
  private(set) var effects: [Effect] = []

  /// In the language of the test, which is English unless it binds another.
  static var start: StartContext {
    StartContext(
      profile: "default", bank: "Acme Bank", server: "https://token.acme.example",
      protocolVersion: "3.3", deviceName: "jane@thinkpad", isSandbox: true,
      language: Language.current)
  }

  /// The same token for somebody who reads Czech.
  static let czech = StartContext(
    profile: "default", bank: "Acme Bank", server: "https://token.acme.example",
    protocolVersion: "3.3", deviceName: "jane@thinkpad", isSandbox: true, language: .czech)

  static let activation = LocalActivation(
    activationID: "f8a1c8f5-9a0b-4c9c-9d4f-2b6d1b2c3d4e", fingerprint: "12345678",
    deviceName: "jane@thinkpad")

  init(_ context: StartContext = start, columns: Int = 80, rows: Int = 24) {
    state = AppState(context, size: Size(columns: columns, rows: rows))
    effects = App.start(&state)
    paint()
  }

  /// An activated token that has shown `operations`.
  static func operations(
    _ operations: [UserOperation] = [.login, .payment, .conversion], unreadable: Int = 0,
    columns: Int = 80, rows: Int = 24, in context: StartContext = start
  ) -> Stage {
    var stage = Stage(context, columns: columns, rows: rows)
    stage.receive(.activation(.success(activation)))
    stage.receive(.status(.success(.active(failed: 0))))
    stage.receive(operations, unreadable: unreadable)
    return stage
  }

  /// The detail of `operation`, opened from a list that holds nothing else, read to its end.
  static func detail(_ operation: UserOperation, columns: Int = 80, rows: Int = 24) -> Stage {
    var stage = operations([operation], columns: columns, rows: rows)
    stage.press(.enter)
    stage.readOn()
    return stage
  }

  /// Pages down as somebody does who reads everything.
  mutating func readOn() {
    var picture = ""
    while picture != text {
      picture = text
      press(.pageDown)
    }
  }

  mutating func apply(_ action: AppAction) {
    effects = App.reduce(&state, action)
  }

  mutating func paint() {
    apply(.painted(at: now))
  }

  /// Presses keys one after the other, as somebody does who looks at each picture.
  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  /// The input, and the picture after it; `effects` stay those of the input.
  mutating func send(_ input: Input) {
    wait(milliseconds: 200)
    apply(.input(input, at: now))
    let asked = effects
    paint()
    effects = asked
  }

  mutating func click(_ text: String) {
    guard let position = position(of: text) else { return effects = [] }
    send(.mouse(Mouse(.press, at: position)))
  }

  mutating func receive(_ event: AppEvent) {
    apply(.event(event, at: now))
    let asked = effects
    paint()
    effects = asked
  }

  mutating func receive(_ operations: [UserOperation], unreadable: Int = 0) {
    receive(
      .polling(
        .list(OperationList(operations: operations, unreadable: unreadable), at: now.serverTime)))
  }

  mutating func resize(columns: Int, rows: Int) {
    apply(.resized(Size(columns: columns, rows: rows)))
    paint()
  }

  mutating func wait(milliseconds: Int64) {
    now = Moment(
      serverTime: now.serverTime.addingTimeInterval(Double(milliseconds) / 1000),
      monotonicMilliseconds: now.monotonicMilliseconds + milliseconds,
      utcOffsetSeconds: now.utcOffsetSeconds)
  }

  var frame: Frame { App.view(state, at: now) }
  var text: String { frame.text }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  func shows(_ text: String) -> Bool { self.text.contains(text) }

  /// Where `text` begins in the picture.
  func position(of text: String) -> Position? {
    let frame = frame
    for row in 0..<frame.size.rows {
      let glyphs = (0..<frame.size.columns).map { frame[$0, row].glyph }
      for column in glyphs.indices
      where glyphs[column...].starts(with: text) {
        return Position(column: column, row: row)
      }
    }
    return nil
  }

  var nextRedraw: Int64? {
    App.nextRedraw(state, after: now).map { $0.monotonicMilliseconds - now.monotonicMilliseconds }
  }
}

/// A failed expectation shows what stood on the screen.
extension Stage: CustomTestStringConvertible {
  var testDescription: String { "\n" + text + "\n" }
}

extension ActivationStatus {
  static func active(failed: Int) -> ActivationStatus {
    ActivationStatus(state: .active, failedAttempts: failed, maxFailedAttempts: 5)
  }

  static func standing(_ state: ActivationState) -> ActivationStatus {
    ActivationStatus(state: state, failedAttempts: 0, maxFailedAttempts: 5)
  }
}

extension PIN {
  static func digits(_ text: String) -> PIN? { PIN(Secret(Array(text.utf8))) }
}

/// The keys of the pages that stand side by side.
extension Key {
  static let operationsTab: Key = "1"
  static let inboxTab: Key = "2"
  static let historyTab: Key = "3"
  static let offlineTab: Key = "4"
  static let settingsTab: Key = "5"
}

import FoundationEssentials
import TokenModel
import TokenScreens

/// A long list of operations: opening it, and walking down, as far as the picture.
enum ListBench {
  static func run(_ report: Report) throws {
    report.heading("List of operations, state to picture")
    _ = try walk(10)  // The first pictures pay for what is set up once.
    let few = try walk(10)
    let many = try walk(10_000)
    report.row("10 operations opened", few.opened / 1e3, .microseconds)
    report.row("10,000 operations opened", many.opened / 1e3, .microseconds)
    report.row("10 operations, one row down", few.step / 1e3, .microseconds)
    // A tenth more is noise.
    report.row(
      "10,000 operations, one row down", many.step / 1e3, .microseconds,
      target: few.step / 1e3 * 1.1)
  }

  struct NotShown: Error {}

  private static func walk(_ count: Int) throws -> (opened: Double, step: Double) {
    let list = OperationList(operations: try (0..<count).map(operation))
    var tick: Int64 = 0
    func moment() -> Moment {
      tick += 1
      return Moment(serverTime: start, monotonicMilliseconds: tick)
    }
    var state = try activated(moment())
    func send(_ action: AppAction) {
      _ = App.reduce(&state, action)
      _ = App.view(state, at: moment())
      _ = App.reduce(&state, .painted(at: moment()))
    }
    let opened = Double(
      Stopwatch.time { send(.event(.polling(.list(list, at: start)), at: moment())) })
    let picture = String(App.view(state, at: moment()).cells.map(\.glyph))
    guard picture.contains("Payment number 0") else { throw NotShown() }
    let keys: [Key] = [.down, .down, .down, .pageDown, .up, .end, .home]
    var next = 0
    let step = Stopwatch.median(runs: 201) {
      send(.input(.key(keys[next % keys.count]), at: moment()))
      next += 1
    }
    return (opened, step)
  }

  /// The interface of an active token before its first list.
  static func activated(_ moment: Moment) throws -> AppState {
    let context = StartContext(
      profile: "bench", server: "https://bank.example", protocolVersion: "3.3", deviceName: "bench")
    var state = AppState(context, size: Size(columns: 80, rows: 24))
    _ = App.start(&state)
    let local = LocalActivation(
      activationID: "00000000-0000-4000-8000-000000000000", fingerprint: "12345678",
      deviceName: "bench")
    let status = ActivationStatus(state: .active, failedAttempts: 0, maxFailedAttempts: 5)
    _ = App.reduce(&state, .event(.activation(.success(local)), at: moment))
    _ = App.reduce(&state, .event(.status(.success(status)), at: moment))
    return state
  }

  static let start = Date(timeIntervalSince1970: 1_767_225_600)

  private static func operation(_ number: Int) throws -> UserOperation {
    let amount: JSONValue = [
      "type": "AMOUNT", "id": "operation.amount", "label": "Amount",
      "amount": .number(.init(number)), "currency": "EUR",
      "amountFormatted": .string("\(number).00"), "currencyFormatted": "EUR",
    ]
    return try UserOperation([
      "id": .string("operation-\(number)"), "name": "authorize_payment",
      "data": .string("A1*A\(number)EUR"), "status": "PENDING",
      "operationCreated": "2026-01-01T00:00:00+0000",
      "operationExpires": "2026-01-01T00:05:00+0000",
      "allowedSignatureType": ["type": "2FA", "variants": ["possession_knowledge"]],
      "formData": [
        "title": "Confirm payment", "message": .string("Payment number \(number)"),
        "attributes": [amount],
      ],
    ])
  }
}

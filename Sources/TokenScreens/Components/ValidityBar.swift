import FoundationEssentials
import TokenModel

/// The time that an operation has left: `4:12 ▇▇▇▇▆`. It informs, and never hides anything.
struct ValidityBar: Equatable, Sendable {
  /// Whole seconds until the bank's clock says no.
  let seconds: Int
  /// Sevenths of a cell, 0 to `cells * 7`; nil when the beginning is unknown.
  private let level: Int?

  private static let cells = 5
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"]

  /// Nil for an operation without an end.
  init?(_ operation: UserOperation, at now: Moment) {
    guard let expires = operation.expires else { return nil }
    // Whole seconds of the clock, so that all countdowns of a screen tick together.
    let clock = now.wholeSecond
    seconds = RemainingTime.seconds(until: expires, now: clock)
    guard let created = operation.created, created < expires else {
      level = nil
      return
    }
    let left = expires.timeIntervalSince(clock) / expires.timeIntervalSince(created)
    let steps = Double(Self.cells * Self.blocks.count)
    level = Int((min(1, max(0, left)) * steps).rounded(.up))
  }

  var style: Style {
    switch seconds {
    case ..<15: Style(.danger, .bold)
    case ..<60: Style(.warning)
    default: Style(.muted)
    }
  }

  /// Columns of the bar with the blank before it.
  static let columns = cells + 1

  /// Draws the text and the bar so that they end just before `column`; returns where they start.
  @discardableResult
  func view(_ canvas: inout Canvas, endingAt column: Int, _ row: Int) -> Int {
    let start = column - Self.cells
    var rest = level ?? 0
    for cell in 0..<Self.cells where rest > 0 {
      let step = min(rest, Self.blocks.count)
      canvas.glyph(Self.blocks[step - 1], start + cell, row, style)
      rest -= step
    }
    return canvas.text(RemainingTime.text(seconds: seconds), endingAt: start - 1, row, style)
  }

  /// Draws what is left of `operation` into the header; returns where that starts.
  static func headline(
    _ operation: UserOperation, _ world: World, _ canvas: inout Canvas, endingAt column: Int
  ) -> Int {
    guard let bar = ValidityBar(operation, at: world.now) else { return column }
    let start = bar.view(&canvas, endingAt: column, 0)
    return bar.seconds > 0
      ? start : canvas.text(say("frame.time-up") + " ", endingAt: start, 0, Style(.danger, .bold))
  }

  /// Milliseconds until the text changes; nil when it will not any more.
  static func nextChange(_ operations: some Sequence<UserOperation>, at now: Moment) -> Int64? {
    var wait: Int64?
    for operation in operations {
      guard let expires = operation.expires else { continue }
      let left = expires.timeIntervalSince(now.serverTime)
      // Days and hours need no tick each second.
      let pause: Int64? = left <= -1 ? nil : left > 86_460 ? 60_000 : now.millisecondsToNextSecond
      if let pause { wait = min(wait ?? pause, pause) }
    }
    return wait
  }
}

extension Moment {
  var wholeSecond: Date {
    Date(timeIntervalSince1970: serverTime.timeIntervalSince1970.rounded(.down))
  }

  /// 1 to 1,000.
  var millisecondsToNextSecond: Int64 {
    let past = serverTime.timeIntervalSince(wholeSecond)
    return max(1, Int64(((1 - past) * 1000).rounded(.up)))
  }

  func after(milliseconds: Int64) -> Moment {
    Moment(
      serverTime: serverTime.addingTimeInterval(Double(milliseconds) / 1000),
      monotonicMilliseconds: monotonicMilliseconds + milliseconds,
      utcOffsetSeconds: utcOffsetSeconds)
  }
}

import TokenModel

/// A gesture that nobody makes by accident: a handle drawn to the end, or a key held down.
///
/// Terminals report no key that goes up, so holding is told by the repeats of the keyboard: they must
/// come without a gap. All times are those of a clock that never jumps.
struct Slider: Equatable, Sendable {
  /// Milliseconds for which the key must repeat.
  static let holdTime: Int64 = 1_500
  /// Most milliseconds from the first press to its first repeat; desktops wait up to a second.
  static let firstPause: Int64 = 1_100
  /// Most milliseconds between two repeats; a slow line delivers them in bursts.
  static let pause: Int64 = 250
  /// Columns of the handle.
  static let handle = 3
  /// Places between start and end that a hand passes; one jump to the end is a machine's.
  static let leastSteps = 5

  private enum Grip: Equatable, Sendable {
    case none
    /// The handle's first column, of those that it can stand on; grasped `offset` columns into it.
    case dragged(offset: Int, place: Int, of: Int, passed: Set<Int>)
    /// `repeating` is when the first repeat came; nil until then.
    case held(repeating: Int64?, last: Int64)
  }

  private var grip = Grip.none

  /// The handle is in somebody's hand.
  var isHeld: Bool { grip != .none }

  /// The key was pressed, or has repeated; true once it was held for long enough.
  mutating func hold(at now: Moment) -> Bool {
    let now = now.monotonicMilliseconds
    switch grip {
    case .held(nil, let last) where now - last <= Self.firstPause:
      grip = .held(repeating: now, last: now)
    case .held(let start?, let last) where now - last <= Self.pause:
      guard now - start < Self.holdTime else {
        grip = .none
        return true
      }
      grip = .held(repeating: start, last: now)
    case .held, .dragged, .none:
      grip = .held(repeating: nil, last: now)
    }
    return false
  }

  /// How the handle came to the end of its track.
  enum Arrival: Equatable, Sendable {
    case atEnd
    /// Without the way between.
    case tooFast
  }

  /// The mouse over a track of `cells` columns, `cell` columns from its left; nil unless the handle was
  /// let go at the end. Let go anywhere else it snaps back.
  mutating func drag(_ event: Mouse.Event, _ cell: Int, of cells: Int) -> Arrival? {
    switch (event, grip) {
    case (.press, _):
      let isOnHandle = (0..<Self.handle).contains(cell)
      grip =
        isOnHandle
        ? .dragged(offset: cell, place: 0, of: max(1, cells - Self.handle), passed: [])
        : .none
    case (.drag, .dragged(let offset, _, let end, let passed)):
      let place = max(0, min(cell - offset, end))
      grip = .dragged(offset: offset, place: place, of: end, passed: passed.union([place]))
    case (.release, .dragged(let offset, _, let end, let passed)):
      grip = .none
      guard cell - offset >= end else { break }
      let between = passed.count { (1..<end).contains($0) }
      return between >= min(Self.leastSteps, end - 1) ? .atEnd : .tooFast
    case (.drag, _), (.release, _), (.wheelUp, _), (.wheelDown, _):
      break  // Nobody holds the handle.
    }
    return nil
  }

  mutating func letGo() { grip = .none }

  /// How far it is on its way, 0 to 1; a key that does not repeat any more counts for nothing.
  func progress(at now: Moment) -> Double {
    switch grip {
    case .none, .held(nil, _): 0
    case .dragged(_, let place, let end, _): Double(place) / Double(end)
    case .held(let start?, let last):
      now.monotonicMilliseconds - last > Self.pause
        ? 0 : min(1, Double(last - start) / Double(Self.holdTime))
    }
  }

  /// Milliseconds until it snaps back by itself; nil when it does not.
  func nextChange(at now: Moment) -> Int64? {
    guard case .held(.some, let last) = grip else { return nil }
    let left = last + Self.pause + 1 - now.monotonicMilliseconds
    return left > 0 ? left : nil
  }
}

extension Slider {
  /// Draws the track and registers it for the mouse.
  func view(_ canvas: inout Canvas, _ area: Rect, at now: Moment, isOpen: Bool) {
    let room = max(0, area.columns - Self.handle)
    let place = Int((Double(room) * progress(at: now)).rounded(.down))
    for offset in 0..<area.columns {
      let isHandle = (place..<place + Self.handle).contains(offset)
      let glyph: Character = isHandle ? "▶" : offset < place ? "━" : "·"
      let style =
        !isOpen ? Style(.muted, .dim) : isHandle ? Style(.key, .bold) : Style(.accent)
      canvas.glyph(glyph, area.column + offset, area.row, style)
    }
    canvas.target(area, .slider)
  }
}

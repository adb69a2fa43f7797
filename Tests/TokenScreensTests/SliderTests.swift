import Foundation
import Testing

@testable import TokenScreens

/// The gesture that nobody makes by accident.
@Suite struct SliderTests {
  private static func moment(_ milliseconds: Int64) -> Moment {
    Moment(serverTime: Date(timeIntervalSince1970: 0), monotonicMilliseconds: milliseconds)
  }

  /// The times at which a keyboard sends a key that is held, from its first press.
  private static func repeats(
    after delay: Int64, every pause: Int64, for duration: Int64
  ) -> [Int64] {
    [0] + stride(from: delay, through: delay + duration, by: Int(pause)).map { $0 }
  }

  private static func isDone(_ times: [Int64]) -> Bool {
    var slider = Slider()
    return times.map { slider.hold(at: moment($0)) }.contains(true)
  }

  @Test(arguments: [(Int64(225), Int64(30)), (500, 33), (660, 40), (1000, 92), (250, 250)])
  func `a key that repeats for a second and a half is held`(delay: Int64, pause: Int64) {
    #expect(Self.isDone(Self.repeats(after: delay, every: pause, for: 1500 + pause)))
    #expect(!Self.isDone(Self.repeats(after: delay, every: pause, for: 1400 - pause)))
  }

  @Test func `a gap starts it anew`() {
    let first = Self.repeats(after: 500, every: 40, for: 1400)
    let end = first.last ?? 0
    #expect(!Self.isDone(first + [end + 251] + [end + 551, end + 591]))
    #expect(Self.isDone(first + [end + 250]))
  }

  @Test func `slow presses are no holding`() {
    #expect(!Self.isDone((0..<40).map { Int64($0) * 400 }))
    #expect(!Self.isDone((0..<40).map { Int64($0) * 1200 }))
  }

  @Test func `how far it is shows while the key repeats, and goes back after it`() {
    var slider = Slider()
    for time in Self.repeats(after: 500, every: 50, for: 750) {
      let isDone = slider.hold(at: Self.moment(time))
      #expect(!isDone)
    }
    #expect(slider.progress(at: Self.moment(1250)) == 0.5)
    #expect(slider.nextChange(at: Self.moment(1250)) == 251)
    #expect(slider.progress(at: Self.moment(1501)) == 0)
    #expect(slider.nextChange(at: Self.moment(1501)) == nil)
  }

  @Test func `the handle drawn to the end and let go there is done`() {
    var slider = Slider()
    var arrivals = [slider.drag(.press, 1, of: 23)]
    for cell in [3, 5, 7, 9, 11] { arrivals.append(slider.drag(.drag, cell, of: 23)) }
    #expect(slider.progress(at: Self.moment(0)) == 0.5)
    arrivals.append(slider.drag(.drag, 22, of: 23))
    #expect(slider.progress(at: Self.moment(0)) == 1)
    #expect(arrivals.allSatisfy { $0 == nil })
    #expect(slider.drag(.release, 22, of: 23) == .atEnd)
    #expect(!slider.isHeld)
  }

  @Test(arguments: [
    [(Mouse.Event.press, 0), (.drag, 22), (.release, 22)],
    // No motion between.
    [(.press, 0), (.release, 23)],
    [(.press, 1), (.drag, 7), (.drag, 12), (.drag, 18), (.drag, 22), (.release, 23)],
    // To and fro between the same few places.
    [(.press, 1), (.drag, 9), (.drag, 22), (.drag, 9), (.drag, 22), (.drag, 9), (.release, 22)],
  ])
  func `a handle that jumps to the end has not been drawn there`(
    events: [(Mouse.Event, Int)]
  ) {
    var slider = Slider()
    let arrivals = events.map { slider.drag($0.0, $0.1, of: 23) }
    #expect(arrivals.last == .tooFast)
    #expect(!arrivals.contains(.atEnd))
    #expect(slider.progress(at: Self.moment(0)) == 0)
  }

  @Test func `a short track wants all of its places`() {
    var slider = Slider()
    for cell in 0...3 { _ = slider.drag(cell == 0 ? .press : .drag, cell, of: 6) }
    #expect(slider.drag(.release, 3, of: 6) == .atEnd)
  }

  @Test(arguments: [
    // Let go too early.
    [(Mouse.Event.press, 1), (.drag, 10), (.release, 20)],
    // Back from the end.
    [(.press, 1), (.drag, 22), (.drag, 4), (.release, 4)],
    // Not on the handle.
    [(.press, 3), (.drag, 22), (.release, 22)], [(.press, 22), (.release, 22)],
    // Nobody pressed.
    [(.drag, 22), (.release, 22)],
  ])
  func `anything else snaps back`(events: [(Mouse.Event, Int)]) {
    var slider = Slider()
    let arrivals = events.map { slider.drag($0.0, $0.1, of: 23) }
    #expect(arrivals.allSatisfy { $0 == nil })
    #expect(slider.progress(at: Self.moment(0)) == 0)
    #expect(!slider.isHeld)
  }

  @Test func `the mouse ends a key that was held`() {
    var slider = Slider()
    for time in Self.repeats(after: 500, every: 40, for: 1000) {
      _ = slider.hold(at: Self.moment(time))
    }
    _ = slider.drag(.press, 10, of: 23)
    #expect(slider.progress(at: Self.moment(1500)) == 0)
  }
}

import Testing

@testable import countersign

@Suite struct SpellingTests {
  static let keys = ["server", "language", "protocol", "proxy", "poll_interval_seconds"]

  @Test(arguments: [
    ("sever", "server"), ("servre", "server"), ("Language", "language"), ("prxy", "proxy"),
    ("poll_interval", nil), ("poll_intervall_second", "poll_interval_seconds"), ("zebra", nil),
  ])
  func `a typing mistake finds the word that was meant`(typed: String, meant: String?) {
    #expect(Spelling.nearest(to: typed, among: Self.keys) == meant)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("same", "same", 0),
  ])
  func `the distance counts single mistakes`(one: String, other: String, distance: Int) {
    #expect(Spelling.distance(Array(one), Array(other)) == distance)
  }
}

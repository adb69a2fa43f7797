/// A wait in words: nothing for the first moment, then what is done, then how long it has taken.
struct BusyWords: Equatable, Sendable {
  private let text: String
  private let milliseconds: Int64

  /// What ends sooner needs no word.
  static let patience: Int64 = 200

  init(_ text: String, since: Moment, at now: Moment) {
    self.text = text
    milliseconds = now.monotonicMilliseconds - since.monotonicMilliseconds
  }

  /// Nil while it is too early to say anything.
  var shown: String? {
    guard milliseconds >= Self.patience else { return nil }
    let seconds = milliseconds / 1000
    return seconds < 2 ? text : "\(text) \(seconds) s"
  }

  /// Milliseconds until `shown` changes.
  var nextChange: Int64 {
    milliseconds < Self.patience ? Self.patience - milliseconds : 1000 - milliseconds % 1000
  }
}

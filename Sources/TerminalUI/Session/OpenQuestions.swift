/// Whether the terminal still owes answers to what it was asked at the start.
///
/// The last question is one that every terminal answers (DA1), and answers come in order.
struct OpenQuestions: Equatable {
  /// Milliseconds; a terminal that has not answered by then is taken for one that never does.
  static let patience: Int64 = 1_000

  /// When nobody waits any longer, by the monotonic clock; nil when nothing is owed.
  private(set) var deadline: Int64?

  mutating func ask(at now: Int64) { deadline = now + Self.patience }

  mutating func close() { deadline = nil }
}

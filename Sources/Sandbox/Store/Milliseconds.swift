import FoundationEssentials

/// Milliseconds since 1970, the unit of every time that the sandbox stores or sends.
typealias Milliseconds = Int64

extension Milliseconds {
  init(_ date: Date) { self = Milliseconds((date.timeIntervalSince1970 * 1000).rounded()) }

  static func seconds(_ count: Int) -> Milliseconds { Milliseconds(count) * 1000 }

  static func minutes(_ count: Int) -> Milliseconds { seconds(60 * count) }

  var date: Date { Date(timeIntervalSince1970: Double(self) / 1000) }
}

import TokenModel

/// An answer that a page waits for; what was known before stays until there is news.
struct Awaited<Value: Equatable & Sendable>: Equatable, Sendable {
  private(set) var value: Value?
  private(set) var failure: TokenFailure?
  /// Since when the present question is under way.
  private(set) var since: Moment?

  init(_ value: Value? = nil, since: Moment?) {
    self.value = value
    self.since = since
  }

  mutating func ask(at now: Moment) { since = since ?? now }

  mutating func receive(_ outcome: AppEvent.Outcome<Value>) {
    since = nil
    switch outcome {
    case .success(let value): (self.value, failure) = (value, nil)
    case .failure(let failure): self.failure = failure
    }
  }

  /// Writes why there is no news: the wait, or what went wrong.
  func write(_ words: String, at now: Moment, _ page: inout TextPage) {
    if let wait = wait(words, at: now)?.shown {
      page.text(wait, Style(.muted))
      page.blank()
    } else if let failure, since == nil {
      page.failure(failure)
      page.blank()
    }
  }

  func nextChange(at now: Moment) -> Int64? { wait("", at: now)?.nextChange }

  private func wait(_ words: String, at now: Moment) -> BusyWords? {
    since.map { BusyWords(words, since: $0, at: now) }
  }
}

import TokenModel

/// What an operation's page says about deciding.
enum PageWords {
  /// Nobody knows whether the decision counts.
  static func doubt(_ decision: Decision) -> String {
    switch decision {
    case .approve: say("page.doubt-approval")
    case .reject: say("page.doubt-rejection")
    }
  }

  /// The verdict on what is signed, in a long and in a short form.
  static func verdict(
    _ comparison: DataComparison
  ) -> (long: String, short: String, style: Style) {
    if comparison.obstacle == .nothingShown {
      return (
        "! " + say("given.verdict"), "! " + say("given.verdict-short"), Style(.warning, .bold)
      )
    }
    return verdict(comparison.verdict)
  }

  private static func verdict(
    _ verdict: DataComparison.Verdict
  ) -> (long: String, short: String, style: Style) {
    switch verdict {
    case .matches:
      (
        "✓ " + say("comparison.matches"), "✓ " + say("comparison.matches-short"),
        Style(.success)
      )
    case .contradicts:
      (
        "✗ " + say("comparison.differs"), "✗ " + say("comparison.differs-short"),
        Style(.danger, .bold)
      )
    case .missing:
      (
        "! " + say("comparison.missing"), "! " + say("comparison.missing-short"),
        Style(.warning, .bold)
      )
    case .unclear:
      (
        "· " + say("comparison.unclear"), "· " + say("comparison.unclear-short"), Style(.muted)
      )
    }
  }
}

extension Int {
  /// This many lines wait below, in as many words as the window has room for.
  func wordsBelow(in world: World) -> String {
    "▼ "
      + (world.size.columns >= 60
        ? say("page.lines-below", count: self) : say("page.lines-below-short", count: self))
  }
}

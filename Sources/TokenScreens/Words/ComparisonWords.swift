import TokenModel

/// What is signed against what is shown, in words; the screens and the command line say the same.
public enum ComparisonWords {
  static var differs: String { say("comparison.differs") + "." }
  static var isMissing: String { say("comparison.shown-nowhere") }

  /// A line with the verdict, then one for each field that needs the eye.
  public static func lines(_ comparison: DataComparison) -> [String] {
    switch comparison.verdict {
    case .matches: ["✓ " + say("comparison.matches") + "."]
    case .contradicts: ["✗ " + differs] + details(comparison).map { "  " + $0 }
    case .missing: ["! " + isMissing] + details(comparison).map { "  " + $0 }
    case .unclear:
      ["· " + (comparison.obstacle?.words ?? say("comparison.not-all-found"))]
    }
  }

  /// Both sides of each contradiction, then what is missing; `isShort` leaves the field's name out.
  static func details(_ comparison: DataComparison, isShort: Bool = false) -> [String] {
    func signed(_ field: SignedTemplate.Field) -> String {
      let values: KeyValuePairs = ["field": field.label, "value": field.safeContent]
      return isShort ? say("comparison.signed-short", values) : say("comparison.signed", values)
    }
    func shown(_ field: SignedTemplate.Field, _ text: String) -> String {
      let values: KeyValuePairs = ["field": field.label, "value": DisplayText(text).singleLine]
      return isShort ? say("comparison.shown-short", values) : say("comparison.shown", values)
    }
    return comparison.contradictions.flatMap { row -> [String] in
      guard case .contradicted(let text) = row.finding else { return [] }
      return [signed(row.field), shown(row.field, text)]
    } + comparison.missing.map { signed($0.field) }
  }
}

extension SignedTemplate.Field {
  /// For people: a day in the form of the language.
  var safeContent: String {
    let text = DisplayText(content).singleLine
    return if case .date = self { DateForm.day(text) } else { text }
  }

  /// What the type character stands for.
  var label: String {
    switch self {
    case .amount: say("comparison.amount")
    case .account, .text("Q", _): say("comparison.account")
    case .date: say("comparison.date")
    case .text("R", _): say("comparison.reference")
    case .text("N", _): say("comparison.note")
    case .text: say("comparison.text")
    }
  }
}

extension DataComparison.Obstacle {
  var words: String {
    switch self {
    case .unknownForm: say("comparison.unknown-form")
    case .namesOnly: say("comparison.names-only")
    case .nothingShown: say("given.verdict") + "."
    }
  }
}

import TokenModel

/// What is signed against what is shown, in words; the screens and the command line say the same.
public enum ComparisonWords {
  static let differs = "What is signed differs from what is shown."
  static let isMissing = "This is signed, and shown nowhere:"

  /// A line with the verdict, then one for each field that needs the eye.
  public static func lines(_ comparison: DataComparison) -> [String] {
    switch comparison.verdict {
    case .matches: ["✓ What is signed matches what is shown."]
    case .contradicts: ["✗ " + differs] + details(comparison).map { "  " + $0 }
    case .missing: ["! " + isMissing] + details(comparison).map { "  " + $0 }
    case .unclear:
      ["· " + (comparison.obstacle ?? "Not all that is signed was found in what is shown.")]
    }
  }

  /// Both sides of each contradiction, then what is missing; `isShort` leaves the field's name out.
  static func details(_ comparison: DataComparison, isShort: Bool = false) -> [String] {
    func head(_ row: DataComparison.Row, _ word: String) -> String {
      isShort ? word : row.field.label + " " + word
    }
    return comparison.contradictions.flatMap { row -> [String] in
      guard case .contradicted(let shown) = row.finding else { return [] }
      return [
        "\(head(row, "signed")): \(row.field.safeContent)",
        "\(head(row, "shown")):  \(DisplayText(shown).singleLine)",
      ]
    } + comparison.missing.map { "\(head($0, "signed")): \($0.field.safeContent)" }
  }
}

extension SignedTemplate.Field {
  var safeContent: String { DisplayText(content).singleLine }
}

import TokenModel

/// Whether what is signed is what is shown, as far as that can be told.
///
/// A contradiction is looked for before a match is believed. All attributes count, wherever a template
/// puts them: none is left out of the page, and what is folded is read before it is signed. Amounts count as shown in `AMOUNT` and
/// `AMOUNT_CONVERSION`, accounts in `KEY_VALUE`: free text such as a note shows neither.
public struct DataComparison: Equatable, Sendable {
  /// What can be said about the signed data as a whole.
  public enum Verdict: Equatable, Sendable {
    /// Every signed field was found.
    case matches
    /// An amount or an account is shown, and another one is signed.
    case contradicts
    /// A signed amount or account is shown nowhere.
    case missing
    /// Nothing is known to be wrong, and not everything to be right.
    case unclear
  }

  enum Finding: Equatable, Sendable {
    case shown, notFound
    /// Something of the same kind is shown, and it is not this.
    case contradicted(shown: String)
  }

  struct Row: Equatable, Sendable {
    let field: SignedTemplate.Field
    let finding: Finding
  }

  /// Empty for data that has no fields or no known form.
  let rows: [Row]
  /// Why nothing could be compared; nil when something was.
  let obstacle: Obstacle?

  enum Obstacle: Equatable, Sendable {
    /// The data are of no form that we can read.
    case unknownForm
    /// The data say what kind of operation it is, and nothing else.
    case namesOnly
    /// The bank shows nothing of the operation.
    case nothingShown
  }

  /// Compares the data of `operation` with its form.
  public init(_ operation: UserOperation) {
    guard !operation.isUnseen else {
      (rows, obstacle) = ([], .nothingShown)
      return
    }
    let template = SignedTemplate(operation.data)
    let fields = template?.fields ?? []
    let shown = ShownValues(operation, signed: fields)
    rows = fields.map { Row(field: $0, finding: shown.finding($0)) }
    obstacle =
      switch (template, fields.isEmpty) {
      case (nil, _): .unknownForm
      case (.some, true): .namesOnly
      case (.some, false): nil
      }
  }

  public var verdict: Verdict {
    if !contradictions.isEmpty { return .contradicts }
    if !missing.isEmpty { return .missing }
    return !rows.isEmpty && rows.allSatisfy { $0.finding == .shown } ? .matches : .unclear
  }

  var contradictions: [Row] {
    rows.filter { if case .contradicted = $0.finding { true } else { false } }
  }

  /// Amounts and accounts that are signed and nowhere to be seen.
  var missing: [Row] {
    rows.filter { $0.finding == .notFound && $0.field.movesMoney }
  }

  /// True when the user has to agree to the difference, in so many words.
  var needsConsent: Bool {
    switch verdict {
    case .contradicts, .missing: true
    case .matches, .unclear: false
    }
  }
}

extension SignedTemplate.Field {
  /// How much and whereto: what must never be signed unseen.
  fileprivate var movesMoney: Bool {
    switch self {
    case .amount, .account, .text("Q", _): true
    case .date, .text: false
    }
  }
}

import TokenModel

/// What became of an operation, in signs and words.
public enum HistoryWords {
  /// The sign that stands beside the status' word, which carries the meaning with it.
  public static func sign(of status: OperationStatus) -> String { mark(of: status).sign }

  static func mark(of status: OperationStatus) -> (sign: String, role: Role) {
    switch status {
    case .pending: ("○", .info)
    case .approved: ("✓", .success)
    case .rejected: ("✗", .warning)
    case .canceled, .expired: ("-", .muted)
    case .failed: ("!", .danger)
    case .unknown: ("?", .muted)
    }
  }

  /// The bank's reason in a form to be read; nil where there is none.
  public static func reason(_ operation: UserOperation) -> String? {
    operation.statusReason.flatMap(readable)
  }

  /// Backends make these words up: `FRAUD_CASE` reads `Fraud case`, anything else stays as it is.
  static func readable(_ reason: String) -> String? {
    let text = DisplayText(reason).singleLine
    guard text.contains(where: { $0 != " " && $0 != "_" }) else { return nil }
    let isCode = text.allSatisfy { character in
      character.isASCII
        && (character.isUppercase || character.isNumber || "_-. ".contains(character))
    }
    guard isCode else { return text }
    let words = text.split { "_-. ".contains($0) }
    return words.joined(separator: " ").lowercased().sentence
  }

  /// What the bank wrote for how it ended; nil where nothing was written, or nothing fits.
  static func resultText(_ operation: UserOperation) -> String? {
    let texts = operation.form.resultTexts
    return switch operation.status {
    case .approved: texts.success
    case .rejected: texts.reject
    case .failed: texts.failure
    case .pending, .canceled, .expired, .unknown: nil
    }
  }
}

extension TextPage {
  /// The bank's own words behind its bar; nothing where there are none.
  mutating func bankWords(_ text: String?) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return }
    var inner = inner
    inner.text(DisplayText(text).text)
    blank()
    foreign(inner)
  }
}

import FoundationEssentials
import PowerAuthCrypto
import TokenModel
import TokenScreens

/// An operation in words for the command line; the same words as on the screens.
enum OperationLines {
  /// A few lines for a list.
  static func summary(_ operation: UserOperation, at now: Date) -> [String] {
    var head = DisplayText(operation.form.title).singleLine
    if let expires = operation.expires {
      let seconds = RemainingTime.seconds(until: expires, now: now)
      head += say("output.expires-in", ["seconds": RemainingTime.text(seconds: seconds)])
    }
    return [DisplayText(operation.id).singleLine, "  \(head)"]
      + indented(OperationText.highlights(operation))
  }

  /// A few lines for the history: what became of it, why, and when it was asked.
  static func past(_ operation: UserOperation) -> [String] {
    let sign = HistoryWords.sign(of: operation.status)
    let date = operation.created.map { "  ·  " + ServerDate.text($0).prefix(10) } ?? ""
    let reason = HistoryWords.reason(operation).map { " (\($0))" } ?? ""
    return [
      DisplayText(operation.id).singleLine,
      "  \(sign) \(operation.status.word)\(reason)  ·  "
        + DisplayText(operation.form.title).singleLine + date,
    ] + indented(OperationText.highlights(operation))
  }

  /// What is known of an operation whose content nobody can show.
  static func unseen(_ id: String, _ data: String?) -> [String] {
    let facts = [field(say("output.operation"), id)]
    guard let data else { return facts }
    return facts + [field(say("output.signed-data"), data), field("SHA-256", sha256(data))]
  }

  /// The bank's own words for a result, behind their bar; nothing where there are none.
  static func bankWords(_ text: String) -> [String] {
    text.contains { !$0.isWhitespace } ? behindBar(text) : []
  }

  /// Everything: title, message, every attribute, the pages before an approval, what is signed, and
  /// whether that is what is shown.
  static func full(_ operation: UserOperation, at now: Date) -> [String] {
    var foreign = [operation.form.title, operation.form.message].filter { !$0.isEmpty }
    foreign += [""] + OperationText.rows(operation).flatMap(row)
    for page in operation.ui.preApprovalScreens { foreign += [""] + Self.page(page) }
    var lines = foreign.flatMap(behindBar)
    if let warning = OperationText.callWarning(operation) { lines += ["", "! " + warning] }
    lines += [""] + facts(operation, at: now)
    lines += [""] + ComparisonWords.lines(DataComparison(operation))
    if OperationText.isSuspicious(operation) {
      lines += ["", say("output.text-hides-characters")]
    }
    return lines
  }

  /// What the server wrote stands behind a bar, so that no line of it passes for one of ours.
  static func behindBar(_ text: String) -> [String] {
    DisplayText(text).text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "│" : "│ " + $0 }
  }

  static func row(_ row: OperationRow) -> [String] {
    switch row.kind {
    case .heading: ["", "  \(row.label.singleLine.uppercased())"]
    case .alert(let kind): [alert(kind, row.value)]
    case .unknown: [field(row.label.singleLine, say("output.not-shown-by"))]
    case .value, .money, .note, .image: [field(row.label.singleLine, row.value.text)]
    }
  }

  private static func alert(_ kind: Attribute.Alert.Kind, _ text: DisplayText) -> String {
    let mark = OperationRow.mark(of: kind)
    return "  \(mark.sign) \(mark.word): " + text.text.replacing("\n", with: "\n    ")
  }

  private static func page(_ page: PreApprovalScreen) -> [String] {
    let words = PreApprovalWords(page)
    return [
      say("output.before-you-approve", ["sign": words.sign, "heading": words.heading]),
      "  \(words.message)",
    ]
      + words.items.map { "  - \($0)" }
  }

  private static func facts(_ operation: UserOperation, at now: Date) -> [String] {
    var facts = [
      field(say("output.operation"), operation.id),
      field(say("output.status"), operation.status.word),
    ]
    if let reason = HistoryWords.reason(operation) {
      facts.append(field(say("decision.why"), reason))
    }
    if let expires = operation.expires {
      let seconds = RemainingTime.seconds(until: expires, now: now)
      facts.append(field(say("output.expires-in-2"), RemainingTime.text(seconds: seconds)))
    }
    return facts + [
      field(say("output.signed-data"), operation.data), field("SHA-256", dataSHA256(operation)),
    ]
  }

  /// Two columns; further lines of the value stand below its first one.
  static func field(_ label: String, _ value: String) -> String {
    let gap = String(repeating: " ", count: max(2, labelColumns - DisplayWidth.of(label)))
    let indentation = "\n" + String(repeating: " ", count: labelColumns + 2)
    return "  \(label)\(gap)" + DisplayText(value).text.replacing("\n", with: indentation)
  }

  private static let labelColumns = 16

  /// What `--expect-data-sha256` compares: lower-case hexadecimal over the UTF-8 bytes of `data`.
  static func dataSHA256(_ operation: UserOperation) -> String { sha256(operation.data) }

  static func sha256(_ text: String) -> String {
    SHA256.hash(Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "    \($0)" } }
}

import FoundationEssentials
import PowerAuthCrypto
import TokenModel
import TokenScreens

/// An operation in words for the command line; the same words as on the screens.
enum OperationLines {
  /// A few lines for a list.
  static func summary(_ operation: UserOperation, at now: Date) -> [String] {
    var head = OperationText.name(operation)
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
    let date = operation.created.map { "  ·  " + LocalTime.day($0) } ?? ""
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
  static func full(
    _ operation: UserOperation, at now: Date, withPages: Bool = true
  ) -> [String] {
    var foreign = OperationText.sections(operation).flatMap(section)
    for page in withPages ? operation.ui.preApprovalScreens : [] {
      foreign += [""] + Self.page(page)
    }
    var lines = tidy(foreign).flatMap(behindBar)
    if let gaps = OperationText.gaps(operation) { lines += ["", "! " + gaps] }
    if let hint = OperationText.rateHint(operation) { lines += ["", "· " + hint] }
    if let warning = OperationText.callWarning(operation) { lines += ["", "! " + warning] }
    lines += [""] + facts(operation, at: now)
    lines += [""] + ComparisonWords.lines(DataComparison(operation))
    if OperationText.isSuspicious(operation) {
      lines += ["", say("output.text-hides-characters")]
    }
    return lines
  }

  /// One blank line where there are several, and none at the end.
  private static func tidy(_ lines: [String]) -> [String] {
    var tidy: [String] = []
    for line in lines where !line.isEmpty || tidy.last?.isEmpty == false { tidy.append(line) }
    return tidy.last == "" ? tidy.dropLast() : tidy
  }

  /// What the server wrote stands behind a bar, so that no line of it passes for one of ours.
  static func behindBar(_ text: String) -> [String] {
    DisplayText(text).text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "│" : "│ " + $0 }
  }

  /// Its title as a heading, then its rows; the last line is blank.
  private static func section(_ section: OperationSection) -> [String] {
    (section.title.map { ["  " + $0.singleLine.uppercased()] } ?? [])
      + section.rows.flatMap(row) + [""]
  }

  static func row(_ row: OperationRow) -> [String] {
    let label = row.look.showsLabel ? row.label.singleLine : ""
    return switch row.kind {
    case .title: [row.value.text]
    // Words that the bank keeps off its page stand under the label that says so.
    case .message: label.isEmpty ? [row.value.text] : [field(label, row.value.text)]
    case .heading(let level): ["", "  " + heading(label, level)]
    case .alert(let kind): [alert(kind, row.alertLines)]
    case .unknown: [field(label, say("attributes.not-shown"))]
    case .value, .money, .note, .image: [field(label, row.text)]
    }
  }

  private static func heading(_ label: String, _ level: Int) -> String {
    level == 0 ? label.uppercased() : String(repeating: "  ", count: level - 1) + label
  }

  private static func alert(
    _ kind: Attribute.Alert.Kind, _ lines: (first: String, rest: String?)
  ) -> String {
    let mark = OperationRow.mark(of: kind)
    let head = lines.first.isEmpty ? mark.word : "\(mark.word): \(lines.first)"
    return "  \(mark.sign) "
      + [head, lines.rest].compactMap { $0 }.joined(separator: "\n")
      .replacing("\n", with: "\n    ")
  }

  /// A page before an approval, its links with their addresses.
  static func page(_ page: PreApprovalScreen) -> [String] {
    let words = PreApprovalWords(page)
    return [
      say("output.before-you-approve", ["sign": words.sign, "heading": words.heading]),
      "  \(words.message)",
    ]
      + words.pieces.flatMap(piece)
  }

  private static func piece(_ piece: PreApprovalWords.Piece) -> [String] {
    let sign = piece.sign == "•" || piece.sign.isEmpty ? "-" : piece.sign
    return ["  \(sign) \(piece.text)"] + (piece.link.map { ["      \($0.shown)"] } ?? [])
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

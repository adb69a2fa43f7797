import TokenModel

/// What the bank wrote, laid out for one width behind the bar that nothing in it can leave; our own
/// words about it stand outside.
struct FormPage: Equatable, Sendable {
  private(set) var page: TextPage
  /// Rows that keys act on, from top to bottom; lines count from the beginning of `page`.
  private(set) var places: [Place] = []
  /// A text hides characters or mixes alphabets.
  let isSuspicious: Bool
  let language = Language.current
  private var inner: TextPage
  /// Columns of the labels.
  private let labels: Int

  init(_ sections: [OperationSection], width: Int) {
    page = TextPage(width: width)
    inner = page.inner
    let rows = sections.flatMap(\.rows)
    labels = TextPage.labelColumns(rows.map(\.label.singleLine), width: inner.width)
    isSuspicious = rows.contains(where: \.isSuspicious)
    for section in sections {
      inner.blank()
      if let title = section.title { heading(title.singleLine, level: 0) }
      for row in section.rows { add(row) }
    }
    page.foreign(inner)
  }

  /// What is known of an operation that the bank does not show: nothing of it is the bank's word.
  init(unseen operation: UserOperation, width: Int) {
    page = TextPage(width: width)
    inner = page.inner
    (labels, isSuspicious) = (0, false)
    inner.text(say("given.identifier"), Style(.muted))
    inner.exact(SignedDataScreen.escaped(operation.id), Style(.text, .bold))
    inner.blank()
    if operation.data.isEmpty {
      inner.text(say("given.data-unknown"), Style(.muted))
    } else {
      inner.text(say("comparison.bytes", count: operation.data.utf8.count), Style(.muted))
      inner.exact(SignedDataScreen.escaped(operation.data), Style(.accent))
      reading(operation.data)
    }
    page.foreign(inner)
  }

  /// What the data say by themselves, where they have the form that banks use.
  private mutating func reading(_ data: String) {
    guard let fields = SignedTemplate(data)?.fields, !fields.isEmpty else { return }
    inner.blank()
    inner.text(say("given.read"), Style(.muted))
    let labels = TextPage.labelColumns(fields.map(\.label), width: inner.width)
    for field in fields { inner.pair(field.label, field.safeContent, labelColumns: labels) }
  }

  private mutating func add(_ row: OperationRow) {
    let start = inner.lines.count
    switch row.kind {
    case .title: inner.text(row.value.text, Style(.title, .bold))
    case .message where row.look.folding == .never: inner.text(row.value.text)
    case .heading(let level): heading(row.label.singleLine, level: level)
    case .alert(let kind): alert(kind, row)
    case .message, .value, .money, .note, .image, .unknown:
      if row.look.folding == .never { value(row) } else { fold(row) }
      note(row, from: start)
    }
    guard row.isSuspicious, !row.isFormText else { return }
    page.foreign(inner)
    page.text(say("attributes.hides"), Style(.warning), sign: "!")
    inner = page.inner
  }

  /// Remembers a row that can be folded or copied.
  private mutating func note(_ row: OperationRow, from start: Int) {
    guard row.look.folding != .never || row.look.canCopy else { return }
    let base = page.lines.count
    places.append(
      Place(
        lines: base + start..<base + inner.lines.count, folding: row.look.folding,
        closed: closedLine(row, hiding: inner.lines.count - start - 1), label: row.headLabel,
        copied: row.look.canCopy ? row.copiedText : nil))
  }

  // MARK: - Kinds of rows

  /// Weight and indent tell the levels apart, without colours too.
  private mutating func heading(_ text: String, level: Int) {
    inner.blank()
    switch level {
    case 0: inner.text(text.uppercased(), Style(.title, .bold))
    case 1: inner.text(text, Style(.title, .bold))
    case 2: inner.text(text, Style(.title), indent: 2)
    case _: inner.text(text, Style(.muted), indent: 4)
    }
  }

  private mutating func alert(_ kind: Attribute.Alert.Kind, _ row: OperationRow) {
    let mark = OperationRow.mark(of: kind)
    let (first, rest) = row.alertLines
    let style = row.title == nil ? Style(kind.role) : Style(kind.role, .bold)
    inner.blank()
    inner.text(
      first.isEmpty ? mark.word : "\(mark.word): \(first)", style, sign: String(mark.sign))
    if let rest { inner.text(rest, Style(kind.role), indent: 2) }
    inner.blank()
  }

  /// A label with its value beside it, or below where there is too little room.
  private mutating func value(_ row: OperationRow) {
    let label = row.look.showsLabel ? row.label.singleLine : ""
    let room = inner.width - labels
    if row.look.isCentered { return centered(label, row) }
    if !row.look.showsLabel { return body(row, indent: 0) }
    let isBeside =
      DisplayWidth.of(label) < labels && room >= 12 && !row.needsLines(wider: room)
    guard isBeside else {
      inner.text(label, Style(.muted))
      return body(row, indent: 2)
    }
    for (number, line) in row.lines(width: room).enumerated() {
      let span = line.span(at: labels)
      let head = TextPage.Span(column: 0, text: label, style: Style(.muted))
      inner.append(number == 0 ? [head, span] : [span])
    }
  }

  private mutating func body(_ row: OperationRow, indent: Int) {
    for line in row.lines(width: inner.width - indent) { inner.append([line.span(at: indent)]) }
  }

  private mutating func centered(_ label: String, _ row: OperationRow) {
    func column(_ text: String) -> Int { max(0, (inner.width - DisplayWidth.of(text)) / 2) }
    if !label.isEmpty {
      for line in TextWrap.lines(label, width: inner.width) {
        inner.append([TextPage.Span(column: column(line), text: line, style: Style(.muted))])
      }
    }
    for line in row.lines(width: inner.width) { inner.append([line.span(at: column(line.text))]) }
  }

  private mutating func fold(_ row: OperationRow) {
    inner.append(FormPage.head(row, sign: "▾"))
    if row.look.isCentered { centered("", row) } else { body(row, indent: 2) }
  }

  private static func head(_ row: OperationRow, sign: String) -> [TextPage.Span] {
    [
      TextPage.Span(column: 0, text: sign, style: Style(.key, .bold)),
      TextPage.Span(column: 2, text: row.headLabel, style: Style(.muted)),
    ]
  }

  /// What stands in place of a folded row.
  private func closedLine(_ row: OperationRow, hiding count: Int) -> [TextPage.Span] {
    var line = FormPage.head(row, sign: "▸")
    let words = say("templates.folded", count: max(1, count))
    let end = 2 + DisplayWidth.of(row.headLabel) + 2
    line.append(
      TextPage.Span(
        column: max(2, min(max(end, labels), inner.width - DisplayWidth.of(words))), text: words,
        style: Style(.warning)))
    var inside = page.inner
    inside.append(line)
    var outside = TextPage(width: page.width)
    outside.foreign(inside)
    return outside.lines[0]
  }
}

/// A row of the page that keys act on.
struct Place: Equatable, Sendable {
  /// Of the page with nothing folded.
  var lines: Range<Int>
  let folding: OperationRow.Folding
  /// What stands there while it is folded.
  let closed: [TextPage.Span]
  let label: String
  /// Nil where nothing is to be copied.
  let copied: String?

  var canFold: Bool { folding != .never }
  /// What folding takes away.
  var body: Range<Int> { min(lines.lowerBound + 1, lines.upperBound)..<lines.upperBound }

  func moved(by count: Int) -> Place {
    var moved = self
    moved.lines = lines.lowerBound + count..<lines.upperBound + count
    return moved
  }
}

extension Attribute.Alert.Kind {
  fileprivate var role: Role {
    switch self {
    // Never the role of our own verdict.
    case .success, .info: .info
    case .warning: .warning
    case .error: .danger
    }
  }
}

import TokenModel

/// Lays an operation out as text: warnings first, then what the bank wrote.
enum OperationPage {
  static func make(_ state: OperationScreen.State, width: Int) -> TextPage {
    var page = TextPage(width: width)
    banners(state, &page)
    let form = state.operation.form
    foreign(form.title, form.message, OperationText.rows(state.operation), &page)
    closing(state, &page)
    page.trim()
    return page
  }

  private static func banners(_ state: OperationScreen.State, _ page: inout TextPage) {
    page.comparison(state.comparison)
    page.blank()
    fate(state, &page)
    if OperationText.isSuspicious(state.operation) {
      suspicion(&page)
    }
  }

  static func suspicion(_ page: inout TextPage) {
    page.text(
      "Texts of this operation hide characters or mix alphabets. Names may not be what they "
        + "seem.", Style(.warning), sign: "!")
    page.blank()
  }

  private static func fate(_ state: OperationScreen.State, _ page: inout TextPage) {
    switch state.fate {
    case .pending:
      guard state.wasChanged else { return }
      page.text("Your bank has changed this operation. Read it again.", Style(.warning), sign: "!")
    case .vanished:
      page.text("It is not in the list any more. We ask why.", Style(.warning), sign: "!")
    case .doubt(let decision, let failure):
      page.text(
        "We do not know yet whether your \(decision.noun) has arrived.", Style(.warning, .bold),
        sign: "!")
      let why = failure.map { FailureWords($0).happened + " r asks again." } ?? "We are asking."
      page.text(why, Style(.warning), indent: 2)
    case .gone(let words):
      page.words(words, Style(.danger, .bold))
    }
    page.blank()
  }

  /// All that the server wrote, behind its bar; our own words about it stand outside.
  static func foreign(
    _ title: String, _ message: String, _ rows: [OperationRow], _ page: inout TextPage
  ) {
    var inner = page.inner
    let labels = TextPage.labelColumns(rows.map(\.label.singleLine), width: inner.width)
    inner.text(DisplayText(title).text, Style(.title, .bold))
    let message = DisplayText(message).text
    if !message.isEmpty { inner.text(message) }
    inner.blank()
    for row in rows {
      draw(row, labels, &inner)
      guard row.label.isUnusual || row.value.isUnusual else { continue }
      page.foreign(inner)
      page.text("This hides characters or mixes alphabets.", Style(.warning), sign: "!")
      inner = page.inner
    }
    page.foreign(inner)
  }

  private static func draw(_ row: OperationRow, _ labels: Int, _ page: inout TextPage) {
    let label = row.label.singleLine
    switch row.kind {
    case .value: page.pair(label, row.value.text, labelColumns: labels)
    case .money: page.pair(label, row.value.text, Style(.money, .bold), labelColumns: labels)
    case .note:
      if row.value.width <= page.width - labels {
        page.pair(label, row.value.text, labelColumns: labels)
      } else {
        page.text(label, Style(.muted))
        page.text(row.value.text, indent: 2)
      }
    case .heading:
      page.blank()
      page.text(label.uppercased(), Style(.title, .bold))
    case .image: page.pair(label, "picture at \(row.value.text)", labelColumns: labels)
    case .unknown: page.pair(label, "cannot be shown here", Style(.muted), labelColumns: labels)
    case .alert(let kind): alert(kind, row.value, &page)
    }
  }

  private static func alert(
    _ kind: Attribute.Alert.Kind, _ text: DisplayText, _ page: inout TextPage
  ) {
    let mark = OperationRow.mark(of: kind)
    let lines = text.text.split(separator: "\n", maxSplits: 1).map(String.init)
    page.blank()
    page.text(
      "\(mark.word): \(lines.first ?? "")", Style(kind.role, .bold), sign: String(mark.sign))
    if lines.count == 2 { page.text(lines[1], Style(kind.role), indent: 2) }
    page.blank()
  }

  /// What the user should know about deciding, below everything else.
  private static func closing(_ state: OperationScreen.State, _ page: inout TextPage) {
    page.blank()
    state.writeCode(&page)
    if let warning = OperationText.callWarning(state.operation) {
      page.text(warning, Style(.warning), sign: "!")
    }
    if let words = state.obstacle {
      page.text("Approve is closed. " + words.happened, Style(.warning), sign: "!")
      page.text(words.next, Style(.warning), indent: 2)
    }
  }
}

extension TextPage {
  /// What needs consent before it is signed; nothing where nothing does.
  mutating func comparison(_ comparison: DataComparison) {
    guard comparison.needsConsent else { return }
    let differs = comparison.verdict == .contradicts
    let style = Style(differs ? .danger : .warning, .bold)
    text(
      differs ? ComparisonWords.differs : ComparisonWords.isMissing, style,
      sign: differs ? "✗" : "!")
    for line in ComparisonWords.details(comparison) { text(line, style, indent: 2) }
  }
}

extension DisplayText {
  fileprivate var isUnusual: Bool { hidesCharacters || mixesScripts }
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

extension UserOperation {
  /// True when all that the user reads and signs is equal; times may differ.
  func asksTheSame(as other: UserOperation) -> Bool {
    data == other.data && form == other.form && ui == other.ui && status == other.status
      && allowedSignature == other.allowedSignature
  }
}

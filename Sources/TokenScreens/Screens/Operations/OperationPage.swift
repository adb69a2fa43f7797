import TokenModel

/// Lays an operation out as text: warnings first, then what the bank wrote, then what to know.
enum OperationPage {
  /// The page with nothing folded, and the places in it that keys act on.
  static func make(
    _ state: OperationScreen.State, _ form: FormPage
  ) -> (page: TextPage, places: [Place]) {
    var page = TextPage(width: form.page.width)
    banners(state, form, &page)
    let start = page.lines.count
    page.append(form.page)
    closing(state, &page)
    page.trim()
    return (page, form.places.map { $0.moved(by: start) })
  }

  private static func banners(
    _ state: OperationScreen.State, _ form: FormPage, _ page: inout TextPage
  ) {
    if state.operation.isUnseen {
      page.text(say("given.warning"), Style(.warning, .bold), sign: "!")
      page.text(say("given.warning-means"), indent: 2)
    } else {
      page.comparison(state.comparison)
    }
    page.blank()
    fate(state, &page)
    if form.isSuspicious { suspicion(&page) }
  }

  static func suspicion(_ page: inout TextPage) {
    page.text(say("attributes.suspicious"), Style(.warning), sign: "!")
    page.blank()
  }

  private static func fate(_ state: OperationScreen.State, _ page: inout TextPage) {
    switch state.fate {
    case .pending:
      guard let news = state.news else { return }
      page.text(news.words, Style(.warning), sign: "!")
    case .vanished:
      page.text(say("page.vanished"), Style(.warning), sign: "!")
    case .doubt(let decision, let failure):
      page.text(PageWords.doubt(decision), Style(.warning, .bold), sign: "!")
      let why = failure.map {
        say("page.doubt-failed", ["failure": FailureWords($0).happened])
      }
      page.text(why ?? say("page.asking"), Style(.warning), indent: 2)
    case .gone(let words):
      page.words(words, Style(.danger, .bold))
    }
    page.blank()
  }

  /// All that the server wrote, behind its bar; our own words about it stand outside.
  static func foreign(
    _ title: String, _ message: String, _ rows: [OperationRow], _ page: inout TextPage
  ) {
    let header =
      [OperationRow(.title, "", title)]
      + (message.isEmpty ? [] : [OperationRow(.message, "", message)])
    let form = FormPage(
      [OperationSection(title: nil, rows: header), OperationSection(title: nil, rows: rows)],
      width: page.width)
    page.append(form.page)
  }

  /// What the user should know about deciding, below everything else.
  private static func closing(_ state: OperationScreen.State, _ page: inout TextPage) {
    page.blank()
    if state.operation.isUnseen, !state.operation.data.isEmpty {
      page.text("SHA-256", Style(.muted))
      let width = page.width
      page.text(state.digest.map { DigestWords.grouped($0, width: width) } ?? "\u{2026}")
      page.blank()
    }
    state.writeCode(&page)
    if let gaps = OperationText.gaps(state.operation) {
      page.text(gaps, Style(.warning), sign: "!")
    }
    if let hint = OperationText.rateHint(state.operation) {
      page.text(hint, Style(.muted), sign: "·")
    }
    if let warning = OperationText.callWarning(state.operation) {
      page.text(warning, Style(.warning), sign: "!")
    }
    if let words = state.obstacle {
      page.text(
        say("page.approve-closed", ["reason": words.happened]), Style(.warning), sign: "!")
      page.text(
        state.lacksCode ? say("links.code-wanted") : words.next, Style(.warning), indent: 2)
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

extension OperationScreen.News {
  fileprivate var words: String {
    switch self {
    case .changed: say("page.changed")
    case .shown: say("given.shown")
    case .shownWithOtherData: say("given.shown-otherwise")
    case .stillUnseen: say("given.still-unseen")
    }
  }
}

extension UserOperation {
  /// True when all that the user reads and signs is equal, the latter to the byte; times may differ.
  func asksTheSame(as other: UserOperation) -> Bool {
    data.utf8.elementsEqual(other.data.utf8) && form == other.form && ui == other.ui
      && status == other.status && allowedSignature == other.allowedSignature
  }
}

import TokenModel

/// Turns attributes into rows.
public enum OperationText {
  /// The page of an operation after its template: title and message, sections, and the rest.
  ///
  /// Everything that the operation has stands in it, what a template leaves out as well.
  public static func sections(_ operation: UserOperation) -> [OperationSection] {
    var sections = operation.detailSections.map { section in
      OperationSection(
        title: section.title.map { DisplayText($0) },
        rows: section.cells.map { row($0, tone: RowTone(section.style)) })
    }
    if !operation.showsTitleAndMessage {
      var look = OperationRow.Look.plain
      look.folding = .aside
      let texts = [operation.form.title, operation.form.message].filter { !$0.isEmpty }
      let row = OperationRow(
        .message, say("templates.aside"), texts.joined(separator: "\n"), look: look)
      sections.append(OperationSection(title: nil, rows: [row]))
    }
    return sections.filter { $0.title != nil || !$0.rows.isEmpty }
  }

  /// In the server's order, each attribute one row.
  public static func rows(_ operation: UserOperation) -> [OperationRow] {
    operation.form.attributes.map { row($0, .plain) }
  }

  /// The same for attributes that stand somewhere else.
  public static func rows(_ attributes: [Attribute]) -> [OperationRow] {
    attributes.map { row($0, .plain) }
  }

  /// The amount, or what comes closest to it, for a list.
  public static func amount(_ operation: UserOperation) -> DisplayText? {
    for attribute in operation.form.attributes {
      switch attribute.content {
      case .amount(let money): return DisplayText(money.text)
      case .conversion(let source, let target, _):
        return DisplayText("\(source.text) → \(target.text)")
      case .keyValue, .note, .heading, .alert, .party, .image, .unknown: continue
      }
    }
    return nil
  }

  /// A few lines for a list: the message and the amount.
  public static func highlights(_ operation: UserOperation) -> [String] {
    [DisplayText(operation.listEntry.message ?? ""), amount(operation)]
      .compactMap { $0?.singleLine }.filter { !$0.isEmpty }
  }

  /// What the list calls the operation.
  public static func name(_ operation: UserOperation) -> String {
    let entry = operation.listEntry
    return [entry.header, entry.title].compactMap { $0.map { DisplayText($0).singleLine } }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// True when any text of the operation hides characters or mixes alphabets.
  public static func isSuspicious(_ operation: UserOperation) -> Bool {
    let texts = [DisplayText(operation.form.title), DisplayText(operation.form.message)]
    return texts.contains { $0.hidesCharacters || $0.mixesScripts }
      || rows(operation).contains(where: \.isSuspicious)
  }

  /// What to know about a rate that may change; nil where none can.
  public static func rateHint(_ operation: UserOperation) -> String? {
    operation.hasDynamicRate ? say("attributes.rate-hint") : nil
  }

  /// What was sent and cannot be read; nil where nothing is amiss.
  public static func gaps(_ operation: UserOperation) -> String? {
    let count = operation.form.unreadable
    return count == 0 ? nil : say("attributes.unreadable", count: count)
  }

  /// A cell without a style of its own has its section's `tone`.
  private static func row(_ cell: DetailCell, tone: RowTone?) -> OperationRow {
    switch cell {
    case .title(let text): OperationRow(.title, "", text)
    case .message(let text): OperationRow(.message, "", text)
    case .attribute(let attribute, let template):
      row(attribute, template.map { OperationRow.Look($0, tone: tone) } ?? .plain)
    }
  }

  private static func row(_ attribute: Attribute, _ look: OperationRow.Look) -> OperationRow {
    let label = attribute.label
    switch attribute.content {
    case .amount(let money):
      return OperationRow(.money, label, money.text, look: look)
    case .conversion(let source, let target, let isDynamic):
      let rate = isDynamic ? "  " + say("attributes.rate-may-change") : ""
      return OperationRow(.money, label, "\(source.text) → \(target.text)\(rate)", look: look)
    case .keyValue(let value): return OperationRow(.value, label, value, look: look)
    case .note(let note): return OperationRow(.note, label, note, look: look)
    case .heading(let level): return OperationRow(.heading(level: level), label)
    case .alert(let alert):
      return OperationRow(.alert(alert.kind), label, alert.message ?? "", title: alert.title)
    case .party(let party): return row(label, party, look)
    case .image(let thumbnail, let original):
      return OperationRow(.image, label, original ?? thumbnail, look: look)
    case .unknown: return OperationRow(.unknown, label)
    }
  }

  private static func row(
    _ label: String, _ party: Attribute.Party, _ look: OperationRow.Look
  ) -> OperationRow {
    let lines = [party.name, party.description].compactMap { $0 }
    let isEmpty = lines.isEmpty && party.websiteURL == nil
    return OperationRow(
      .value, label, isEmpty ? say("attributes.nothing-sent") : lines.joined(separator: "\n"),
      address: party.websiteURL, look: look)
  }
}

extension OperationRow.Look {
  fileprivate init(_ template: CellTemplate, tone: RowTone?) {
    self.tone = RowTone(template.style) ?? tone
    showsLabel = template.showsTitle ?? true
    canCopy = template.canCopy ?? false
    isCentered = template.isCentered ?? false
    folding =
      switch template.folding {
      case .folded: .folded
      case .open: .open
      case .never, nil: .never
      }
  }
}

extension UserOperation {
  /// A rate that it names may change until the approval.
  var hasDynamicRate: Bool {
    form.attributes.contains { attribute in
      if case .conversion(_, _, let isDynamic) = attribute.content { isDynamic } else { false }
    }
  }
}

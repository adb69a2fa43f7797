/// A part of an operation's page, after its template.
public struct DetailSection: Equatable, Sendable {
  public let style: String?
  public let title: String?
  public let cells: [DetailCell]
}

/// Something in a section, in the order in which it is to be shown.
public enum DetailCell: Equatable, Sendable {
  /// The form's title.
  case title(String)
  /// The form's message.
  case message(String)
  /// `look` is nil where no template speaks of it.
  case attribute(Attribute, look: CellTemplate?)
}

extension UserOperation {
  /// False where the bank does not want the form's title and message on the page.
  public var showsTitleAndMessage: Bool {
    let template = ui.templates?.detail
    return template?.sections == nil || template?.showsTitleAndMessage != false
  }

  /// The page in sections: each attribute stands in it once, and none is missing.
  ///
  /// What the template does not name is in the last section. So is an attribute whose label became a
  /// title while it says more than that: what may be signed is not left to a template to hide.
  public var detailSections: [DetailSection] {
    var rest = UnplacedAttributes(form.attributes)
    var sections = (ui.templates?.detail?.sections ?? []).map { section(of: $0, &rest) }
    if showsTitleAndMessage { sections.insert(header, at: 0) }
    let others = rest.remaining.map { DetailCell.attribute($0, look: nil) }
    if !others.isEmpty { sections.append(DetailSection(style: nil, title: nil, cells: others)) }
    return sections
  }

  private var header: DetailSection {
    let message = form.message.isEmpty ? [] : [DetailCell.message(form.message)]
    return DetailSection(style: nil, title: nil, cells: [.title(form.title)] + message)
  }

  private func section(
    of template: SectionTemplate, _ rest: inout UnplacedAttributes
  ) -> DetailSection {
    let title = template.title.flatMap { rest.takeTitle($0) }
    let cells = (template.cells ?? []).compactMap { cell in
      rest.take(cell.name).map { DetailCell.attribute($0, look: cell) }
    }
    return DetailSection(style: template.style, title: title, cells: cells)
  }
}

/// The attributes that no section has taken yet, in the server's order.
private struct UnplacedAttributes {
  private let attributes: [Attribute]
  /// Places by identifier, the first one last.
  private var places: [String: [Int]] = [:]
  private var isTaken: [Bool]

  init(_ attributes: [Attribute]) {
    self.attributes = attributes
    isTaken = Array(repeating: false, count: attributes.count)
    for index in attributes.indices.reversed() {
      places[attributes[index].id, default: []].append(index)
    }
  }

  var remaining: [Attribute] {
    zip(attributes, isTaken).filter { !$0.1 }.map(\.0)
  }

  mutating func take(_ id: String) -> Attribute? {
    guard let index = places[id]?.popLast() else { return nil }
    isTaken[index] = true
    return attributes[index]
  }

  /// The label; an attribute that holds more than a label remains, but no cell can name it any more.
  mutating func takeTitle(_ id: String) -> String? {
    guard let index = places[id]?.popLast() else { return nil }
    switch attributes[index].content {
    case .heading: isTaken[index] = true
    case .amount, .conversion, .keyValue, .note, .alert, .party, .image, .unknown: break
    }
    return attributes[index].label
  }
}

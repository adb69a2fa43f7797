/// How the bank wants an operation to be laid out (`ui.templates`).
///
/// Reading is lenient: a member of the wrong type reads as absent. `style` is a word that bank and
/// application agree on; none is defined.
public struct OperationTemplates: Equatable, Sendable {
  public let list: ListTemplate?
  public let detail: DetailTemplate?

  /// Nil for anything but an object.
  init?(_ json: JSONValue?) {
    guard let json, json.object != nil else { return nil }
    list = ListTemplate(json["list"])
    detail = DetailTemplate(json["detail"])
  }
}

/// One row of the list; the texts may hold `${attributeId}`.
public struct ListTemplate: Equatable, Sendable {
  public let style: String?
  public let header: String?
  public let title: String?
  public let message: String?
  /// Identifier of an IMAGE.
  public let image: String?

  init?(_ json: JSONValue?) {
    guard let json, json.object != nil else { return nil }
    style = json["style"]?.string
    header = json["header"]?.string
    title = json["title"]?.string
    message = json["message"]?.string
    image = json["image"]?.string
  }
}

/// The page of one operation, in sections.
public struct DetailTemplate: Equatable, Sendable {
  public let style: String?
  /// Nil means true.
  public let showsTitleAndMessage: Bool?
  /// Nil when the template has none; a section that is no object is left out.
  public let sections: [SectionTemplate]?

  init?(_ json: JSONValue?) {
    guard let json, json.object != nil else { return nil }
    style = json["style"]?.string
    showsTitleAndMessage = json["showTitleAndMessage"]?.bool
    sections = json["sections"]?.array?.compactMap(SectionTemplate.init)
  }
}

/// A part of the page under a title.
public struct SectionTemplate: Equatable, Sendable {
  public let style: String?
  /// Identifier of the attribute whose label is the title.
  public let title: String?
  /// Nil when the section has none; a bad cell is left out.
  public let cells: [CellTemplate]?

  init?(_ json: JSONValue) {
    guard json.object != nil else { return nil }
    style = json["style"]?.string
    title = json["title"]?.string
    cells = json["cells"]?.array?.compactMap(CellTemplate.init)
  }
}

/// The place of one attribute in a section, and how it is to look.
public struct CellTemplate: Equatable, Sendable {
  /// Identifier of the attribute.
  public let name: String
  public let style: String?
  /// Nil means true.
  public let showsTitle: Bool?
  /// Nil means false.
  public let canCopy: Bool?
  /// Nil means `never`.
  public let folding: Folding?
  /// Nil means false.
  public let isCentered: Bool?

  /// Whether the value can be folded away (`collapsable`).
  public enum Folding: String, Sendable, CaseIterable {
    case never = "NO"
    /// It can be, and is at first.
    case folded = "COLLAPSED"
    /// It can be, and is open at first.
    case open = "YES"
  }

  /// Nil without a name, the only member that is required.
  init?(_ json: JSONValue) {
    guard let name = json["name"]?.string else { return nil }
    self.name = name
    style = json["style"]?.string
    showsTitle = json["visibleTitle"]?.bool
    canCopy = json["canCopy"]?.bool
    folding = json["collapsable"]?.string.flatMap(Folding.init)
    isCentered = json["centered"]?.bool
  }
}

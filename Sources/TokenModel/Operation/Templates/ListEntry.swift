/// An operation as a row of the list, after its template.
public struct ListEntry: Equatable, Sendable {
  public let style: String?
  public let header: String?
  public let title: String?
  public let message: String?
  /// Address of the thumbnail.
  public let image: String?
}

extension UserOperation {
  /// What the template makes of the operation.
  ///
  /// A text with a placeholder that nothing can fill is no text; title and message then come from
  /// the form, where it has them.
  public var listEntry: ListEntry {
    let template = ui.templates?.list
    func filled(_ text: String?) -> String? {
      text.flatMap { TemplateText.filled($0, from: form.attributes) }
    }
    return ListEntry(
      style: template?.style, header: filled(template?.header),
      title: filled(template?.title) ?? (form.title.isEmpty ? nil : form.title),
      message: filled(template?.message) ?? (form.message.isEmpty ? nil : form.message),
      image: template?.image.flatMap(thumbnail))
  }

  private func thumbnail(_ id: String) -> String? {
    for attribute in form.attributes where attribute.id == id {
      if case .image(let thumbnail, _) = attribute.content { return thumbnail }
    }
    return nil
  }
}

/// Texts with `${attributeId}` in them.
enum TemplateText {
  /// Nil when a placeholder names no attribute, or one that has no text; one pass.
  static func filled(_ text: String, from attributes: [Attribute]) -> String? {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${"),
      let close = rest[open.upperBound...].firstIndex(of: "}")
    {
      let id = rest[open.upperBound..<close]
      guard let value = attributes.lazy.filter({ $0.id == id }).first?.placeholder else {
        return nil
      }
      result += rest[..<open.lowerBound] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Attribute {
  /// What stands for it in a text; nil for what is no text.
  fileprivate var placeholder: String? {
    switch content {
    case .amount(let money): money.text
    case .conversion(let source, let target, _): "\(source.text) → \(target.text)"
    case .keyValue(let value): value
    case .note(let note): note
    case .heading: label
    case .alert, .party, .image, .unknown: nil
    }
  }
}

import TokenModel

/// Why something cannot be used, as the rooms below the interface tell it: half a sentence, to
/// follow a colon.
///
/// They tell it in English, and know no languages; what the tables do not know stays as it is.
public enum ReasonWords {
  /// `reason` on one line, in the present language where the tables know it.
  public static func text(_ reason: String) -> String {
    let reason = DisplayText(reason).singleLine
    let language = Language.current
    guard language != .english else { return reason }
    let reasons = Phrasebook.read("reasons", .english)
    let others = Phrasebook.read("reasons", language)
    if let key = reasons.first(where: { $0.value == reason })?.key { return others[key] ?? reason }
    for (key, template) in reasons where template.contains("{") {
      guard let values = match(reason, template), let other = others[key] else { continue }
      return values.reduce(other) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
    return reason
  }

  /// What stands in the places of `template` where `text` was made from it; nil where it was not.
  private static func match(_ text: String, _ template: String) -> [String: String]? {
    var values: [String: String] = [:]
    var (text, template) = (text[...], template[...])
    while let open = template.firstIndex(of: "{"), let close = template.firstIndex(of: "}") {
      guard text.starts(with: template[..<open]) else { return nil }
      text = text.dropFirst(template[..<open].count)
      let place = String(template[template.index(after: open)..<close])
      template = template[template.index(after: close)...]
      let next = template.prefix { $0 != "{" }
      let end = next.isEmpty ? text.endIndex : text.firstRange(of: next)?.lowerBound
      guard let end else { return nil }
      values[place] = String(text[..<end])
      text = text[end...]
    }
    return text == template ? values : nil
  }
}

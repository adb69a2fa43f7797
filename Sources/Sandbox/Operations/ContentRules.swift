import TokenModel

/// What an operation's own content must be like unless it is sent verbatim.
enum ContentRules {
  /// Throws what the Cloud says of a field that breaks a rule.
  static func check(_ content: OperationContent) throws(Refusal) {
    if let formData = content.formData {
      for (field, form) in versions(formData, "formData") { try check(form: form, field) }
    }
    if let attributes = content.attributes {
      for (field, rows) in versions(attributes, "attributes") { try check(rows: rows, field) }
    }
    if let ui = content.ui {
      for (field, ui) in versions(ui, "ui") { try check(ui: ui, field) }
    }
  }

  /// Each language's version with the name of its field; one without a language as it stands.
  private static func versions(
    _ json: JSONValue, _ field: String
  ) -> [(field: String, json: JSONValue)] {
    guard let languages = OperationContent.languages(of: json) else { return [(field, json)] }
    return languages.sorted { $0.key < $1.key }.map { ("\(field).\($0.key)", $0.value) }
  }

  private static func check(form: JSONValue, _ field: String) throws(Refusal) {
    try object(form, field)
    for name in ["title", "message"] { try text(form.object?[name], "\(field).\(name)") }
    if let rows = form["attributes"] { try check(rows: rows, "\(field).attributes") }
    if let texts = form["resultTexts"] { try object(texts, "\(field).resultTexts") }
  }

  // MARK: - Attributes

  /// The members that a row needs by its type; all are texts.
  private static let needs: [String: [String]] = [
    "AMOUNT": ["currency"], "AMOUNT_CONVERSION": ["sourceCurrency", "targetCurrency"],
    "KEY_VALUE": ["value"], "NOTE": ["note"], "HEADING": [], "ALERT": [], "PARTY_INFO": [],
    "IMAGE": ["thumbnailUrl"],
  ]

  private static func check(rows: JSONValue, _ field: String) throws(Refusal) {
    guard let rows = rows.array else {
      throw CloudFault.invalid(field, rows, "must be a list of objects")
    }
    for (index, row) in rows.enumerated() { try check(row: row, "\(field)[\(index)]") }
  }

  private static func check(row: JSONValue, _ field: String) throws(Refusal) {
    try object(row, field)
    guard let needed = row["type"]?.string.flatMap({ needs[$0] }) else {
      let known = needs.keys.sorted().joined(separator: ", ")
      throw CloudFault.invalid("\(field).type", row["type"], "must be one of \(known)")
    }
    for name in ["id", "label"] + needed { try text(row.object?[name], "\(field).\(name)") }
    if row["type"] == "PARTY_INFO" { try object(row["partyInfo"], "\(field).partyInfo") }
  }

  // MARK: - Screens

  private static func check(ui: JSONValue, _ field: String) throws(Refusal) {
    try object(ui, field)
    for name in ["preApprovalScreen", "postApprovalScreen"] {
      if let screen = ui[name] { try check(screen: screen, "\(field).\(name)") }
    }
    if let screens = ui["preApprovalScreens"] {
      guard let screens = screens.array else {
        throw CloudFault.invalid(
          "\(field).preApprovalScreens", screens, "must be a list of objects")
      }
      for (index, screen) in screens.enumerated() {
        try check(screen: screen, "\(field).preApprovalScreens[\(index)]")
      }
    }
    if let templates = ui["templates"] { try object(templates, "\(field).templates") }
  }

  private static func check(screen: JSONValue, _ field: String) throws(Refusal) {
    try object(screen, field)
    try text(screen["type"], "\(field).type")
  }

  // MARK: - Values

  private static func object(_ json: JSONValue?, _ field: String) throws(Refusal) {
    guard json?.object != nil else { throw CloudFault.invalid(field, json, "must be an object") }
  }

  private static func text(_ json: JSONValue?, _ field: String) throws(Refusal) {
    guard json?.string != nil else { throw CloudFault.invalid(field, json, "must be a text") }
  }
}

import TokenModel

/// What the bank says of one operation in its own words, instead of by a template.
struct OperationContent: Sendable, Equatable {
  /// As the token reads it; also by language, as `{"en": {…}, "cs": {…}}`.
  var formData: JSONValue?
  /// Stands in place of the form's attributes; also by language.
  var attributes: JSONValue?
  /// As the token reads it; also by language.
  var ui: JSONValue?
  /// Whether all of it goes out unchecked and unchanged, broken or not.
  var isVerbatim = false
  /// Members that stand in place of the operation's own, an explicit null included; anything else than
  /// an object stands in place of the whole operation.
  var document: JSONValue?
  /// Members of the operation that are left out.
  var omitted: [String] = []

  /// Nil when nothing is said.
  static func unlessEmpty(_ content: OperationContent) -> OperationContent? {
    content == OperationContent() ? nil : content
  }

  func formData(in language: String) -> JSONValue? {
    formData.map { Self.version(of: $0, in: language) }
  }

  func attributes(in language: String) -> JSONValue? {
    attributes.map { Self.version(of: $0, in: language) }
  }

  func ui(in language: String) -> JSONValue? { ui.map { Self.version(of: $0, in: language) } }

  /// What a document that is written by language says in each of them; nil for any other one.
  static func languages(of json: JSONValue) -> [String: JSONValue]? {
    guard let members = json.object, !members.isEmpty,
      members.keys.allSatisfy({ $0.wholeMatch(of: /[a-z]{2}/) != nil })
    else { return nil }
    return members
  }

  /// In `language`, else in English, else in any.
  static func version(of json: JSONValue, in language: String) -> JSONValue {
    guard let versions = languages(of: json) else { return json }
    return versions[language] ?? versions["en"] ?? versions.min { $0.key < $1.key }?.value ?? json
  }
}

extension OperationContent {
  /// As the books keep it.
  init(_ json: JSONValue) {
    let members = json.object ?? [:]
    formData = members["formData"]
    attributes = members["attributes"]
    ui = members["ui"]
    isVerbatim = members["verbatim"]?.bool ?? false
    document = members["document"]
    omitted = (members["omit"]?.array ?? []).compactMap(\.string)
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "verbatim": .bool(isVerbatim), "omit": .array(omitted.map(JSONValue.string)),
    ]
    members["formData"] = formData
    members["attributes"] = attributes
    members["ui"] = ui
    members["document"] = document
    return .object(members)
  }
}

import PowerAuth
import Resources
import TokenModel

/// The kinds of operations that the bank knows, and their texts.
struct OperationTemplates: Sendable {
  private let templates: [String: OperationTemplate]
  /// By type; anything in it may be given by language.
  private let texts: [String: JSONValue]

  /// The resources do not hold what they should.
  struct Broken: Error {}

  /// Reads the embedded documents.
  init() throws {
    try self.init(
      templates: SandboxResources.templates,
      texts: SandboxResources.texts, SandboxResources.screenTexts, SandboxResources.rowTexts)
  }

  init(templates: String, texts: String...) throws {
    let list = try JSONValue(parsing: Array(templates.utf8)).array?.map(OperationTemplate.init)
    guard let list else { throw Broken() }
    self.templates = Dictionary(list.map { ($0.name, $0) }) { _, last in last }
    self.texts = try texts.reduce(into: [:]) { all, text in
      guard let types = try JSONValue(parsing: Array(text.utf8)).object else { throw Broken() }
      all.merge(types) { _, last in last }
    }
  }

  var names: [String] { templates.keys.sorted() }

  /// The template of that name.
  subscript(name: String) -> OperationTemplate? { templates[name] }

  /// In `language`, else in English; nil when the type has no texts at all.
  func texts(ofType type: String, language: String) -> OperationTexts? {
    texts[type].flatMap { OperationTexts(Self.read($0, in: language)) }
  }

  /// A bank's own document may have names of two letters, too: only what is there in English is taken
  /// for one thing in several languages.
  private static func read(_ json: JSONValue, in language: String) -> JSONValue {
    switch json["en"] == nil ? json : OperationContent.version(of: json, in: language) {
    case .array(let elements): .array(elements.map { read($0, in: language) })
    case .object(let members): .object(members.mapValues { read($0, in: language) })
    case let leaf: leaf
    }
  }
}

/// One kind of operation.
struct OperationTemplate: Sendable {
  let name: String
  let type: String
  let data: String
  let signatureTypes: [Factors]
  let riskFlags: String
  let life: Milliseconds
  let maxFailures: Int

  fileprivate init(_ json: JSONValue) throws {
    guard let name = json["name"]?.string, let type = json["type"]?.string,
      let data = json["data"]?.string, let factors = json["signatureTypes"]?.array,
      let seconds = json["expiresInSeconds"]?.int, let maxFailures = json["maxFailures"]?.int
    else { throw OperationTemplates.Broken() }
    self.name = name
    self.type = type
    self.data = data
    signatureTypes = factors.compactMap { $0.string.flatMap(Factors.init) }
    riskFlags = json["riskFlags"]?.string ?? ""
    life = .seconds(Int(seconds))
    self.maxFailures = Int(maxFailures)
  }

  /// The operation's `data`: parameters put in, with what means something there escaped.
  func data(_ parameters: [String: String]) -> String {
    Placeholders.replace(in: data, by: parameters.mapValues(Self.escaped))
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("*", with: "\\*")
      .replacing("\n", with: "\\n")
  }
}

/// How an operation of one type reads in one language.
struct OperationTexts: Sendable {
  let title: String
  let message: String
  let attributes: [JSONValue]
  let resultTexts: JSONValue?
  let ui: JSONValue?

  fileprivate init?(_ json: JSONValue) {
    guard let title = json["title"]?.string, let message = json["message"]?.string
    else { return nil }
    self.title = title
    self.message = message
    attributes = json["attributes"]?.array ?? []
    resultTexts = json["resultTexts"]
    ui = json["ui"]
  }
}

/// `${name}` in a text.
enum Placeholders {
  /// One pass: what was put in is not looked at again; an unknown name stays as it is.
  static func replace(in text: String, by values: [String: String]) -> String {
    text.replacing(/\$\{([^}]*)\}/) { match in
      values[String(match.output.1)] ?? String(match.output.0)
    }
  }

  /// The same in every string of a document.
  static func replace(in json: JSONValue, by values: [String: String]) -> JSONValue {
    switch json {
    case .string(let text): .string(replace(in: text, by: values))
    case .array(let elements): .array(elements.map { replace(in: $0, by: values) })
    case .object(let members): .object(members.mapValues { replace(in: $0, by: values) })
    case .null, .bool, .number: json
    }
  }
}

import TokenModel

/// One row of an operation's form as the token reads it.
enum AttributeDocument {
  /// Nil when a parameter that the row needs was not given.
  static func json(
    _ template: JSONValue, parameters: [String: String], language: Language
  ) -> JSONValue? {
    let type = template["type"]?.string ?? ""
    let row = Row(names: template["params"], parameters: parameters)
    guard let content = content(type, row, template, language) else { return nil }
    var members = content
    members["id"] = template["id"]
    members["label"] = template["text"]
    // A type that the server does not know goes out as a plain line.
    members["type"] = known.contains(type) ? .string(type) : "KEY_VALUE"
    return .object(members)
  }

  private static let known: Set = [
    "AMOUNT", "AMOUNT_CONVERSION", "KEY_VALUE", "NOTE", "HEADING", "ALERT", "PARTY_INFO", "IMAGE",
  ]

  /// The parameters of one row by the names that its type gives them.
  private struct Row {
    let names: JSONValue?
    let parameters: [String: String]

    subscript(name: String) -> String? {
      names?[name]?.string.flatMap { parameters[$0] }
    }

    /// Those of `members` that are there; nil when all are missing.
    func document(_ members: [String]) -> [String: JSONValue]? {
      let found = members.compactMap { name in self[name].map { (name, JSONValue.string($0)) } }
      return found.isEmpty ? nil : Dictionary(found) { _, last in last }
    }
  }

  private static func content(
    _ type: String, _ row: Row, _ template: JSONValue, _ language: Language
  ) -> [String: JSONValue]? {
    switch type {
    case "AMOUNT": money(row, prefix: "", language)
    case "AMOUNT_CONVERSION": conversion(row, language)
    case "HEADING": ["level": level(row, template)]
    case "NOTE": row["note"].map { ["note": .string($0)] }
    case "ALERT": alert(row)
    case "PARTY_INFO":
      row.document(["name", "description", "websiteUrl", "logoUrl"])
        .map { ["partyInfo": .object($0)] }
    case "IMAGE": row["thumbnailUrl"] == nil ? nil : row.document(["thumbnailUrl", "originalUrl"])
    default: row["value"].map { ["value": .string($0)] }
    }
  }

  /// By a parameter as the real server takes it, else as the template itself has it.
  private static func level(_ row: Row, _ template: JSONValue) -> JSONValue {
    let level = row["level"].flatMap { Int($0) } ?? template["level"]?.int.map { Int($0) } ?? 0
    return .number(.init(level))
  }

  private static func money(
    _ row: Row, prefix: String, _ language: Language
  ) -> [String: JSONValue]? {
    let names = prefix.isEmpty ? ("amount", "currency") : (prefix + "Amount", prefix + "Currency")
    guard let amount = row[names.0], let currency = row[names.1] else { return nil }
    return MoneyFormat(amount: amount, currency: currency, language: language)
      .members(prefix: prefix, currency: currency)
  }

  private static func conversion(_ row: Row, _ language: Language) -> [String: JSONValue]? {
    guard let source = money(row, prefix: "source", language),
      let target = money(row, prefix: "target", language)
    else { return nil }
    return source.merging(target) { _, last in last }
      .merging(["dynamic": .bool(row["dynamic"]?.lowercased() == "true")]) { _, last in last }
  }

  private static func alert(_ row: Row) -> [String: JSONValue]? {
    guard var members = row.document(["title", "message"]) else { return nil }
    let type = row["type"]?.uppercased() ?? ""
    members["alertType"] = ["SUCCESS", "WARNING", "ERROR"].contains(type) ? .string(type) : "INFO"
    return members
  }
}

extension MoneyFormat {
  /// The members of an attribute; `prefix` is empty, `source` or `target`.
  fileprivate func members(prefix: String, currency code: String) -> [String: JSONValue] {
    func name(_ name: String) -> String {
      prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
    var members: [String: JSONValue] = [
      name("currency"): .string(code),
      name("amountFormatted"): .string(amount),
      name("currencyFormatted"): .string(currency),
      name("valueFormatted"): .string(value),
    ]
    members[name("amount")] = number.map(JSONValue.number)
    return members
  }
}

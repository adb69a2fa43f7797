import PowerAuth
import TokenModel

/// The fields of a request of the Cloud API; those that nobody asks for are ignored.
struct CloudForm {
  private let json: JSONValue

  /// An absent body reads as `{}`; throws `CloudFault.malformed`.
  init(_ call: Call) throws(Refusal) {
    guard !call.request.body.isEmpty else {
      json = [:]
      return
    }
    guard let json = try? JSONValue(parsing: call.request.body), json.object != nil else {
      throw CloudFault.malformed
    }
    self.json = json
  }

  /// A form that no request brought.
  init(_ json: JSONValue) { self.json = json }

  /// 1 to 255 characters.
  func required(_ field: String) throws(Refusal) -> String {
    guard let text = try optional(field) else {
      throw CloudFault.invalid(field, nil, "must not be blank")
    }
    return text
  }

  /// Nil when absent; text must not be blank.
  func optional(_ field: String) throws(Refusal) -> String? {
    guard let value = json[field] else { return nil }
    guard let text = value.string, !text.allSatisfy(\.isWhitespace) else {
      throw CloudFault.invalid(field, value, "must not be blank")
    }
    guard text.count <= ServerRules.textLimit else {
      throw CloudFault.invalid(
        field, value, "must have at most \(ServerRules.textLimit) characters")
    }
    return text
  }

  /// One of `values`; nil when absent.
  func choice<Value: RawRepresentable<String>>(
    _ field: String, of values: [Value]
  ) throws(Refusal) -> Value? {
    guard let text = try optional(field) else { return nil }
    guard let value = values.first(where: { $0.rawValue == text }) else {
      let names = values.map(\.rawValue).joined(separator: ", ")
      throw CloudFault.invalid(field, .string(text), "must be one of \(names)")
    }
    return value
  }

  /// A map of texts; numbers and truth values are taken as text. Control characters other than a
  /// line feed are refused.
  func texts(_ field: String) throws(Refusal) -> [String: String] {
    guard let value = json[field] else { return [:] }
    guard let members = value.object else {
      throw CloudFault.invalid(field, value, "must be an object")
    }
    var texts: [String: String] = [:]
    for (name, member) in members where member != .null {
      texts[name] = try text(member, "\(field).\(name)")
    }
    return texts
  }

  /// Texts in other languages, under the rules of `texts`; none when absent.
  func translations() throws(Refusal) -> Translations {
    guard let value = json["translations"] else { return Translations() }
    guard let translations = Translations(value) else {
      throw CloudFault.invalid("translations", value, "must have texts by name, by language")
    }
    for language in translations.languages { _ = try CloudForm(value).texts(language) }
    return translations
  }

  /// This form as somebody reads it in another language.
  func replacing(_ texts: [String: String]) -> CloudForm {
    CloudForm(texts.reduce(json) { $0.setting($1.key, to: .string($1.value)) })
  }

  /// Any document, an explicit null included; nil when absent.
  func document(_ field: String) -> JSONValue? { json.object?[field] }

  func flag(_ field: String) throws(Refusal) -> Bool? {
    guard let value = json[field] else { return nil }
    guard let flag = value.bool else {
      throw CloudFault.invalid(field, value, "must be true or false")
    }
    return flag
  }

  func number(_ field: String, in range: ClosedRange<Int64>) throws(Refusal) -> Int64? {
    guard let value = json[field] else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw CloudFault.invalid(
        field, value, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Text of any length, empty when absent.
  func content(_ field: String) throws(Refusal) -> String {
    guard let value = json[field] else { return "" }
    guard let text = value.string else { throw CloudFault.invalid(field, value, "must be a text") }
    return text
  }

  /// Base64; empty when absent.
  func bytes(_ field: String) throws(Refusal) -> [UInt8] {
    guard let bytes = Base64.decode(try content(field)) else {
      throw CloudFault.invalid(field, json[field], "must be Base64")
    }
    return bytes
  }

  /// A list of texts; nil when absent.
  func list(_ field: String) throws(Refusal) -> [String]? {
    guard let value = json[field] else { return nil }
    let texts = value.array?.compactMap(\.string) ?? []
    guard texts.count == value.array?.count else {
      throw CloudFault.invalid(field, value, "must be a list of texts")
    }
    return texts
  }

  private func text(_ value: JSONValue, _ field: String) throws(Refusal) -> String {
    let text: String? =
      switch value {
      case .string(let text): text
      case .number(let number): number.description
      case .bool(let flag): flag ? "true" : "false"
      case .null, .array, .object: nil
      }
    guard let text else { throw CloudFault.invalid(field, value, "must be a text") }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }) else {
      throw CloudFault.invalid(field, value, "must not contain control characters")
    }
    return text
  }
}

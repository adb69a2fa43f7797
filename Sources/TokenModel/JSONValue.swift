import FoundationEssentials

/// Any JSON document, with numbers kept as decimals: money never passes through a binary float.
///
/// Reading is lenient on purpose: an absent member, an explicit null and a value of the wrong type
/// all read as nil, because servers differ and one odd field must not hide an operation.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// At most 38 significant digits; a number beyond that is read as `null`.
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Parses UTF-8 JSON; throws `DecodingError` for text that is not JSON, and `JSONText.TooDeep`.
  ///
  /// A broken character in one string does not hide the rest, see `JSONText.repaired`.
  public init(parsing bytes: [UInt8]) throws {
    try JSONText.checkDepth(bytes)
    self = try JSONDecoder().decode(JSONValue.self, from: Data(JSONText.repaired(bytes)))
  }

  /// UTF-8 JSON with sorted keys, so that equal values give equal bytes.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    // Encoding these cases cannot fail: no floats, no dates, string keys only.
    return (try? encoder.encode(self)).map(Array.init) ?? []
  }
}

extension JSONValue {
  public subscript(member: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[member], value != .null
    else { return nil }
    return value
  }

  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  public var bool: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  public var decimal: Decimal? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// A whole number that fits; a fraction reads as nil.
  public var int: Int64? {
    guard let decimal else { return nil }
    return Int64(decimal.description)
  }

  public var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  public var object: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The object with `member` set to `value`; anything but an object is returned unchanged.
  public func setting(_ member: String, to value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    members[member] = value
    return .object(members)
  }
}

extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Decimal.self), !number.isNaN {
      self = .number(number)
    } else if let members = try? container.decode([String: JSONValue].self) {
      self = .object(members)
    } else if let elements = try? container.decode([JSONValue].self) {
      self = .array(elements)
    } else {
      self = .null
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let flag): try container.encode(flag)
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    case .array(let elements): try container.encode(elements)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(booleanLiteral flag: Bool) { self = .bool(flag) }
  public init(integerLiteral number: Int) { self = .number(Decimal(number)) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(members) { _, last in last })
  }
}

/// Why a PowerAuth header was not understood.
public enum HeaderFault: Error, Equatable, Sendable {
  /// It does not begin with `PowerAuth `.
  case notPowerAuth
  /// It is not a list of `key="value"` joined by commas.
  case malformed
  /// A key occurs twice.
  case repeated(String)
  /// A required key is absent.
  case missing(String)
  /// The value of this key is not what it must be.
  case invalid(String)
  /// A version outside 3.0 … 3.3.
  case unsupportedVersion(String)
}

/// The common form of the three headers: `PowerAuth key="value", key="value"`, in any order.
struct HeaderFields {
  private static let scheme = "PowerAuth "
  private var values: [String: String] = [:]

  /// The text of a header, with the fields in the given order.
  static func text(_ fields: [(key: String, value: String)]) -> String {
    var text = Array(scheme.utf8)
    text.reserveCapacity(384)
    for (index, field) in fields.enumerated() {
      if index > 0 { text += ", ".utf8 }
      text += field.key.utf8
      text += "=\"".utf8
      text += field.value.utf8
      text.append(UInt8(ascii: "\""))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether `value` can stand between quotes in a header: printable ASCII, 1 to 255 characters.
  static func canCarry(_ value: String) -> Bool {
    (1...255).contains(value.utf8.count)
      && value.utf8.allSatisfy {
        (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
  }

  init(parsing text: String) throws(HeaderFault) {
    guard text.hasPrefix(Self.scheme) else { throw .notPowerAuth }
    var rest = text.dropFirst(Self.scheme.count).drop { $0 == " " }
    while !rest.isEmpty {
      try takePair(&rest)
      rest = rest.drop { $0 == " " }
      guard !rest.isEmpty else { break }
      guard rest.popFirst() == "," else { throw .malformed }
      rest = rest.drop { $0 == " " }
      guard !rest.isEmpty else { throw .malformed }
    }
  }

  private mutating func takePair(_ rest: inout Substring) throws(HeaderFault) {
    guard let sign = rest.firstIndex(of: "=") else { throw .malformed }
    let key = String(rest[..<sign])
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0 == "_" }) else { throw .malformed }
    rest = rest[rest.index(after: sign)...]
    guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else { throw .malformed }
    guard values.updateValue(String(rest[..<end]), forKey: key) == nil else {
      throw .repeated(key)
    }
    rest = rest[rest.index(after: end)...]
  }

  /// The value of an optional field.
  subscript(key: String) -> String? { values[key] }

  func required(_ key: String) throws(HeaderFault) -> String {
    guard let value = values[key], !value.isEmpty else { throw .missing(key) }
    return value
  }

  func version(_ key: String) throws(HeaderFault) -> ProtocolVersion {
    let text = try required(key)
    guard let version = ProtocolVersion(rawValue: text) else { throw .unsupportedVersion(text) }
    return version
  }

  /// Exactly `count` bytes in Base64.
  func bytes(_ key: String, count: Int) throws(HeaderFault) -> [UInt8] {
    guard let bytes = Base64.decode(try required(key)), bytes.count == count else {
      throw .invalid(key)
    }
    return bytes
  }
}

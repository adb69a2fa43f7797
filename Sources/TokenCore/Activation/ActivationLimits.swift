import TokenModel

extension ServerLimit {
  /// UTF-8 bytes of the custom attributes as JSON; with the rest of the request far below what
  /// servers and their gateways take as one body.
  static let attributes = 65_536

  static func check(
    _ text: String, _ field: TokenFailure.Field, atMost limit: Int
  ) throws(TokenFailure) {
    guard text.utf16.count <= limit else { throw .tooLong(field: field, limit: limit) }
  }

  static func check(attributes: [String: JSONValue]?) throws(TokenFailure) {
    guard let attributes else { return }
    guard JSONValue.object(attributes).bytes().count <= self.attributes else {
      throw .tooLong(field: .attributes, limit: self.attributes)
    }
  }
}

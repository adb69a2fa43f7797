import Foundation
import Testing

/// The vectors beside the tests; another file of the same form can take its place.
enum VectorFile {
  /// The cases of one section; a missing section or member throws.
  static func cases<Case: Decodable>(_ section: String) throws -> [Case] {
    let file = try #require(
      Bundle.module.url(forResource: "powerauth", withExtension: "json", subdirectory: "Vectors"))
    let sections = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let cases = try #require((sections as? [String: Any])?[section])
    return try JSONDecoder().decode(
      [Case].self, from: JSONSerialization.data(withJSONObject: cases))
  }
}

/// Bytes that stand in the file as Base64.
struct Bytes: Decodable, Sendable, Equatable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    bytes = Array(try decoder.singleValueContainer().decode(Data.self))
  }
}

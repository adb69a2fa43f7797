import FoundationEssentials

/// A compact JSON web token, taken apart; nothing in it is trusted before its signature is checked.
struct JWT {
  /// The algorithms that the protocol uses.
  enum Algorithm: String, Codable {
    case hs256 = "HS256"
    case es256 = "ES256"
  }

  private struct Header: Codable {
    let alg: Algorithm
    let typ: String
  }

  private static let type = "JWT"

  let algorithm: Algorithm
  let payload: [UInt8]
  let signature: [UInt8]
  /// What the signature covers: header and payload as they were sent.
  let signedText: [UInt8]

  /// nil unless `text` is three URL-safe parts, the first naming type JWT and a known algorithm.
  init?(parsing text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3,
      let headerBytes = Base64.decodeURLSafe(parts[0]),
      let header = try? WireJSON.decode(Header.self, from: headerBytes),
      header.typ == Self.type,
      let payload = Base64.decodeURLSafe(parts[1]),
      let signature = Base64.decodeURLSafe(parts[2])
    else { return nil }
    algorithm = header.alg
    self.payload = payload
    self.signature = signature
    signedText = Array("\(parts[0]).\(parts[1])".utf8)
  }

  /// The compact form of `claims`, signed by `sign`.
  static func text(
    _ claims: some Encodable, _ algorithm: Algorithm, sign: ([UInt8]) -> [UInt8]
  ) throws -> String {
    let header = try WireJSON.encode(Header(alg: algorithm, typ: type))
    let parts = [header, try WireJSON.encode(claims)].map(Base64.encodeURLSafe)
    let signedText = parts.joined(separator: ".")
    return signedText + "." + Base64.encodeURLSafe(sign(Array(signedText.utf8)))
  }
}

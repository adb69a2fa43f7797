import FoundationEssentials
import PowerAuthCrypto

/// Why a JSON web token was not accepted.
public enum JWTFault: Error, Equatable, Sendable {
  /// Not three URL-safe parts, or a header that is no JSON object with `alg` and `typ`.
  case malformed
  /// The header's `typ` is not `JWT`.
  case type
  /// The header's `alg` is not the one that is due.
  case algorithm
  /// The signature is not by the key that is due.
  case signature
  /// What is signed is not the JSON that is due.
  case claims
}

/// A compact JSON web token, taken apart; nothing in it is trusted before its signature is checked.
struct JWT {
  /// The algorithms that the protocol uses.
  enum Algorithm: String {
    case hs256 = "HS256"
    case es256 = "ES256"
  }

  private struct Header: Codable {
    let alg: String
    let typ: String
  }

  private static let type = "JWT"

  let payload: [UInt8]
  let signature: [UInt8]
  /// What the signature covers: header and payload as they were sent.
  let signedText: [UInt8]

  /// Takes a token apart whose header names type JWT and this algorithm; the signature is not checked.
  init(parsing text: String, _ algorithm: Algorithm) throws(JWTFault) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3,
      let headerBytes = Base64.decodeURLSafe(parts[0]),
      let header = try? WireJSON.decode(Header.self, from: headerBytes),
      let payload = Base64.decodeURLSafe(parts[1]),
      let signature = Base64.decodeURLSafe(parts[2])
    else { throw .malformed }
    guard header.typ == Self.type else { throw .type }
    guard header.alg == algorithm.rawValue else { throw .algorithm }
    self.payload = payload
    self.signature = signature
    signedText = Array("\(parts[0]).\(parts[1])".utf8)
  }

  /// As above, with the ES256 signature checked.
  init(parsing text: String, signedBy key: PublicKey) throws(JWTFault) {
    try self.init(parsing: text, .es256)
    guard key.isValid(signature, for: signedText, format: .raw) else { throw .signature }
  }

  /// What is signed, as JSON of this kind.
  func claims<Claims: Decodable>(_ kind: Claims.Type = Claims.self) throws(JWTFault) -> Claims {
    guard let claims: Claims = try? WireJSON.decode(from: payload) else { throw .claims }
    return claims
  }

  /// The compact form of `claims`, signed by `sign`.
  static func text(
    _ claims: some Encodable, _ algorithm: Algorithm, sign: ([UInt8]) -> [UInt8]
  ) throws -> String {
    let header = try WireJSON.encode(Header(alg: algorithm.rawValue, typ: type))
    let parts = [header, try WireJSON.encode(claims)].map(Base64.encodeURLSafe)
    let signedText = parts.joined(separator: ".")
    return signedText + "." + Base64.encodeURLSafe(sign(Array(signedText.utf8)))
  }

  /// The compact form of `claims`, signed by ES256.
  static func text(_ claims: some Encodable, signedBy key: PrivateKey) throws -> String {
    try text(claims, .es256) { key.signature(for: $0, format: .raw) }
  }
}

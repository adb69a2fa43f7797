/// The bytes that a signature covers.
///
/// `METHOD & B64(uriId) & B64(nonce) & B64(body) & application secret`, the secret as its configured
/// Base64 text.
public struct SignedRequestData: Sendable, Equatable {
  /// Bytes of a nonce.
  public static let nonceSize = 16

  /// The data as the HMAC takes it.
  public let bytes: [UInt8]

  /// What an online signature covers; for GET, `body` is the canonical query.
  public init(
    method: String, uriId: String, nonce: [UInt8], body: [UInt8], applicationSecret: String
  ) {
    self.init(
      base: Self.signatureBase(method: method, uriId: uriId, nonce: nonce, body: body),
      secret: applicationSecret)
  }

  /// What an offline signature covers: always POST, with the word `offline` in place of the secret.
  public init(offlineUriId uriId: String, nonce: [UInt8], body: [UInt8]) {
    self.init(
      base: Self.signatureBase(method: "POST", uriId: uriId, nonce: nonce, body: body),
      secret: "offline")
  }

  private init(base: [UInt8], secret: String) {
    bytes = base + [UInt8(ascii: "&")] + secret.utf8
  }

  /// The same without the secret and the `&` before it: what the request alone determines.
  public static func signatureBase(
    method: String, uriId: String, nonce: [UInt8], body: [UInt8]
  ) -> [UInt8] {
    var bytes = Array(method.utf8)
    bytes.reserveCapacity(128 + body.count / 3 * 4)
    for part in [Array(uriId.utf8), nonce, body] {
      bytes.append(UInt8(ascii: "&"))
      Base64.append(part, to: &bytes)
    }
    return bytes
  }
}

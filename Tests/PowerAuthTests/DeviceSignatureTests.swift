import PowerAuth
import PowerAuthCrypto
import Testing
import TokenModel

/// Tokens with headers that no honest side writes.
enum SignedText {
  static func jwt(header: String, payload: String, by key: PrivateKey) -> String {
    let signed = Base64.encodeURLSafe(Array(header.utf8)) + "." + payload
    let signature = key.signature(for: Array(signed.utf8), format: .raw)
    return signed + "." + Base64.encodeURLSafe(signature)
  }
}

@Suite struct DeviceJWTTests {
  let key = PrivateKey.generate()
  let claims: JSONValue = ["sub": "user-id", "first_name": "Jöhn", "age": 42, "roles": ["a", "b"]]

  @Test func `claims come back from the token that the device signed`() throws {
    let jwt = try DeviceJWT.sign(claims, by: key)
    #expect(try DeviceJWT.verify(jwt, by: key.publicKey) == claims)
    // The header that the reference client writes, byte for byte.
    #expect(jwt.hasPrefix("eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9."))
    let signature = try #require(jwt.split(separator: ".").last)
    #expect(Base64.decodeURLSafe(String(signature))?.count == 64)
  }

  @Test func `another key and changed claims are no signature`() throws {
    let jwt = try DeviceJWT.sign(claims, by: key)
    #expect(throws: JWTFault.signature) {
      try DeviceJWT.verify(jwt, by: PrivateKey.generate().publicKey)
    }
    var parts = jwt.split(separator: ".").map(String.init)
    parts[1] = Base64.encodeURLSafe(Array(#"{"sub":"other"}"#.utf8))
    #expect(throws: JWTFault.signature) {
      try DeviceJWT.verify(parts.joined(separator: "."), by: key.publicKey)
    }
  }

  @Test(arguments: [JSONValue.null, "text", 1, true, ["a"]])
  func `only an object can be claimed`(claims: JSONValue) throws {
    #expect(throws: JWTFault.claims) { try DeviceJWT.sign(claims, by: key) }
    let payload = Base64.encodeURLSafe(claims.bytes())
    let jwt = SignedText.jwt(header: #"{"alg":"ES256","typ":"JWT"}"#, payload: payload, by: key)
    #expect(throws: JWTFault.claims) { try DeviceJWT.verify(jwt, by: key.publicKey) }
  }
}

@Suite struct DataSignatureTests {
  let key = PrivateKey.generate()
  let data = Array("data".utf8)

  @Test(arguments: [SignatureEncoding.der, .raw])
  func `a signature holds in its own encoding alone`(encoding: SignatureEncoding) {
    let other: SignatureEncoding = encoding == .der ? .raw : .der
    let byDevice = DeviceSignature.sign(data, by: key, encoding: encoding)
    let byServer = ServerSignature.sign(data, by: key, encoding: encoding)
    for signature in [byDevice, byServer] {
      #expect(
        DeviceSignature.isValid(signature, of: data, by: key.publicKey, encoding: encoding))
      #expect(ServerSignature.isValid(signature, of: data, by: key.publicKey, encoding: encoding))
      #expect(
        !DeviceSignature.isValid(signature, of: data, by: key.publicKey, encoding: other))
    }
    if encoding == .raw { #expect(byDevice.count == 64) }
  }

  @Test(arguments: [[], [0], [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0x30, count: 70)])
  func `garbage, other data and another key are merely false`(garbage: [UInt8]) {
    for encoding in [SignatureEncoding.der, .raw] {
      #expect(
        !ServerSignature.isValid(garbage, of: data, by: key.publicKey, encoding: encoding))
    }
    let signature = ServerSignature.sign(data, by: key)
    #expect(!ServerSignature.isValid(signature, of: data + [0], by: key.publicKey))
    #expect(
      !ServerSignature.isValid(signature, of: data, by: PrivateKey.generate().publicKey))
  }
}

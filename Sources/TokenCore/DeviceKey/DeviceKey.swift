import PowerAuth
import TokenModel

extension Token {
  /// Signs `data` with the device's private key: ECDSA over SHA-256, as DER or r ‖ s (64 B).
  ///
  /// The server opens the vault for it; the private key is wiped at once.
  public func signWithDeviceKey(
    _ data: [UInt8], format: SignatureEncoding, with factor: SecondFactor
  ) async throws(TokenFailure) -> [UInt8] {
    let vault = try await unlockVault(for: .signWithDevicePrivateKey, with: factor)
    return try Self.opened {
      DeviceSignature.sign(data, by: try vault.deviceKey(), encoding: format)
    }
  }

  /// A JSON web token (ES256) over `claims`, a JSON object, by the device's private key.
  public func jwt(
    claims: JSONValue, with factor: SecondFactor
  ) async throws(TokenFailure) -> String {
    guard claims.object != nil else { throw .emptyAttribute(name: "claims") }
    let vault = try await unlockVault(for: .signWithDevicePrivateKey, with: factor)
    return try Self.opened { try DeviceJWT.sign(claims, by: try vault.deviceKey()) }
  }

  /// Checks that the server signed `data` (ECDSA, DER); throws `forgedData`. Asks nobody.
  ///
  /// The master key needs no activation; the personalised key is the server's for this one.
  public func verify(
    _ signature: [UInt8], of data: [UInt8], by key: ServerKey
  ) throws(TokenFailure) {
    let isValid =
      switch key {
      case .master:
        ServerSignature.isValid(signature, of: data, by: profile.credentials.masterPublicKey)
      case .personalized:
        ServerSignature.isValid(
          signature, of: data, by: try requireActivation().record.serverPublicKey)
      }
    guard isValid else { throw .forgedData }
  }
}

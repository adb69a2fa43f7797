import PowerAuth
import PowerAuthCrypto
import TokenModel

/// What the bank signs itself: with its master key for all devices, or with one device's server key.
enum ServerSignatureEndpoints {
  static let routes = [
    Route("POST", "v2/signature/server", sign),
    Route("POST", "v2/signature/offline", offlinePayload),
  ]

  /// Any data, DER in Base64; `registrationId` chooses the key.
  private static func sign(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let signer = try signer(form, call)
    let signature = ServerSignature.sign(try form.bytes("data"), by: signer.key)
    return .bare(["signature": .string(Base64.encode(signature))])
  }

  /// The text of a QR code for a token without a network: data, nonce, and key with signature.
  private static func offlinePayload(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let signer = try signer(form, call)
    let nonce = Base64.encode(SecureRandom.bytes(SignedRequestData.nonceSize))
    let signed = "\(try form.content("data"))\n\(nonce)\n\(signer.mark.rawValue)"
    let signature = Base64.encode(ServerSignature.sign(Array(signed.utf8), by: signer.key))
    return .bare(["offlineData": .string(signed + signature), "nonce": .string(nonce)])
  }

  private static func signer(
    _ form: CloudForm, _ call: Call
  ) throws -> (key: PrivateKey, mark: ServerKey) {
    guard let id = try form.optional("registrationId") else {
      return (call.ledger.application.masterKey, .master)
    }
    guard let device = try call.ledger.registration(id)?.device else {
      throw CloudFault.registrationNotFound
    }
    return (device.serverKey, .personalized)
  }
}

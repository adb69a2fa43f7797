import PowerAuth
import PowerAuthCrypto
import TokenModel

/// `/pa/v3/activation/status`: an answer that only the device can read.
enum ActivationStatusEndpoint {
  static func answer(_ call: Call) throws -> SandboxResponse {
    let object = try call.json()["requestObject"]
    guard let id = object?["activationId"]?.string,
      let challenge = (object?["challenge"]?.string).flatMap(Base64.decode),
      challenge.count == StatusBlob.nonceSize
    else { throw MobileFault.activation }
    let nonce = SecureRandom.bytes(StatusBlob.nonceSize)
    let blob = try blob(call.ledger.registration(id), challenge: challenge, nonce: nonce)
    return .success([
      "activationId": .string(id),
      "encryptedStatusBlob": .string(Base64.encode(blob)),
      "nonce": .string(Base64.encode(nonce)),
    ])
  }

  /// Random bytes where there is no key yet, so that nobody learns which activations exist.
  private static func blob(
    _ registration: Registration?, challenge: [UInt8], nonce: [UInt8]
  ) throws -> [UInt8] {
    guard let registration, let device = registration.device else {
      return SecureRandom.bytes(StatusBlob.size)
    }
    let transportKey = try device.keys().transport
    let blob = StatusBlob(
      state: registration.state, counterByte: device.counter.byte,
      failedAttempts: registration.failedAttempts,
      maxFailedAttempts: ServerRules.maxFailedAttempts, lookAhead: ServerRules.lookAhead,
      counterHash: try device.counter.hash(transportKey: transportKey))
    return try blob.encrypted(challenge: challenge, nonce: nonce, transportKey: transportKey)
  }
}

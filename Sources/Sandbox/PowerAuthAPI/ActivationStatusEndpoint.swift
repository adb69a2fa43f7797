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
    let registration = try call.ledger.registration(id)
    let blob = try blob(registration, challenge: challenge, nonce: nonce)
    var answer: JSONValue = [
      "activationId": .string(id),
      "encryptedStatusBlob": .string(Base64.encode(blob)),
      "nonce": .string(Base64.encode(nonce)),
    ]
    if let object = registration?.customObject {
      answer = answer.setting("customObject", to: object)
    }
    return .success(answer)
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
      state: registration.state, currentVersion: device.counter.upgrade.currentVersion,
      counterByte: device.counter.byte,
      failedAttempts: registration.failedAttempts,
      maxFailedAttempts: ServerRules.maxFailedAttempts, lookAhead: ServerRules.lookAhead,
      counterHash: try device.counter.hash(transportKey: transportKey))
    return try blob.encrypted(challenge: challenge, nonce: nonce, transportKey: transportKey)
  }
}

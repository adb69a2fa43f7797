/// What the token's side refuses, in the words of the public servers.
enum MobileFault {
  static let activation = Refusal(
    status: 400, code: "ERR_ACTIVATION", message: "POWER_AUTH_ACTIVATION_INVALID")
  static let temporaryKey = Refusal(
    status: 400, code: "ERR_TEMPORARY_KEY", message: "POWER_AUTH_TEMPORARY_KEY_FAILURE")
  static let signature = authentication("POWER_AUTH_SIGNATURE_INVALID")
  static let signatureType = authentication("POWER_AUTH_SIGNATURE_TYPE_INVALID")
  static let request = authentication("POWER_AUTH_REQUEST_INVALID")
  static let token = authentication("POWER_AUTH_TOKEN_ERROR")
  static let headerMissing = authentication("POWER_AUTH_HTTP_HEADER_MISSING")

  private static func authentication(_ message: String) -> Refusal {
    Refusal(status: 401, code: "ERR_AUTHENTICATION", message: message)
  }
}

/// The object of an error response: `{"status": "ERROR", "responseObject": …}`.
public struct Refusal: Codable, Sendable, Equatable {
  /// Such as `ERR_ACTIVATION`.
  public let code: String
  /// The server's developer English.
  public let message: String?
  /// Which PUK of the recovery code comes next, from 1; only after a failed recovery activation.
  public let currentRecoveryPukIndex: Int?

  /// The server's side; absent values are left out of the JSON.
  public init(code: String, message: String? = nil, currentRecoveryPukIndex: Int? = nil) {
    self.code = code
    self.message = message
    self.currentRecoveryPukIndex = currentRecoveryPukIndex
  }
}

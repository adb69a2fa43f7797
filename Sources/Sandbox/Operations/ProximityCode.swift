import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// The one-time password that the bank's page shows, and by which a token proves to be near it.
enum ProximityCode {
  /// Whose scheme the bank's links have.
  static let scheme = "mtoken"
  /// An approval may come this many steps after the page was shown.
  static let pastSteps: Int64 = 1

  /// Of the step before `now` by so many.
  static func compute(_ seed: [UInt8], at now: Milliseconds, stepsBack: Int64 = 0) -> String {
    ProximityOTP.compute(
      seed: Secret(seed), unixTime: now / 1000 - stepsBack * ProximityOTP.defaultStep)
  }

  /// Whether `otp` is the present one or the one before; an operation without a seed wants none.
  static func isValid(_ otp: String?, for operation: StoredOperation, at now: Milliseconds) -> Bool
  {
    guard let seed = operation.proximitySeed else { return true }
    guard let otp else { return false }
    return (0...pastSteps).contains { step in
      Secret(compute(seed, at: now, stepsBack: step).utf8) == Secret(otp.utf8)
    }
  }

  /// What the bank's page shows for an operation that waits: the password, where it wants one, the
  /// link, and the text of the QR code in its other form.
  static func document(_ operation: StoredOperation, at now: Milliseconds) -> [String: JSONValue] {
    guard operation.status == .pending else { return [:] }
    let otp = operation.proximitySeed.map { compute($0, at: now) }
    var claims: [String: JSONValue] = ["oid": .string(operation.id)]
    claims["potp"] = otp.map(JSONValue.string)
    let link = "\(scheme)://operation?oid=\(operation.id)" + (otp.map { "&potp=\($0)" } ?? "")
    var members: [String: JSONValue] = [
      "proximityLink": .string(link), "proximityQrCodeData": .string(token(claims)),
    ]
    members["proximityOtp"] = otp.map(JSONValue.string)
    return members
  }

  /// A JSON web token that nobody has signed.
  private static func token(_ claims: [String: JSONValue]) -> String {
    let header: JSONValue = ["alg": "none", "typ": "JWT"]
    return [header, .object(claims)].map { Base64.encodeURLSafe($0.bytes()) }
      .joined(separator: ".") + "."
  }
}

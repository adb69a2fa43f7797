import PowerAuth
import TokenModel

/// `/api/push/device/register`: where a token wants its push messages.
enum PushEndpoints {
  static let routes = [
    Route("POST", "api/push/device/register", register),
    Route("POST", "api/push/device/register/token", register),
  ]

  /// Any token but one that needs all factors.
  private static let allowed: Set<Factors> = [
    .possession, .possessionKnowledge, .possessionBiometry,
  ]

  private static func register(_ call: Call) throws -> SandboxResponse {
    let registration = try TokenGate.check(call, allowed: allowed)
    let request = try call.json()["requestObject"]
    guard let registration else { throw MobileTokenFault.authentication }
    let platform = try choice(request?["platform"], of: PushRegistration.Platform.self)
    let environment = try choice(request?["environment"], of: PushRegistration.Environment.self)
    guard let platform, let token = request?["token"]?.string,
      !token.allSatisfy(\.isWhitespace)
    else { throw MobileTokenFault.invalidRequestObject }
    // The push server's column is no longer.
    guard token.count <= ServerRules.textLimit, !call.faults.refusesPush else {
      throw MobileTokenFault.pushRegistration
    }
    let device = PushDevice(
      registrationID: registration.id, platform: platform,
      environment: platform == .apns ? environment : nil, token: token,
      registeredAt: call.ledger.now)
    try call.ledger.save(device)
    return .success()
  }

  /// A word that the server's enumeration lacks breaks its parser, and it answers accordingly.
  private static func choice<Value: RawRepresentable<String>>(
    _ json: JSONValue?, of type: Value.Type
  ) throws -> Value? {
    guard let json else { return nil }
    guard let value = json.string.flatMap(Value.init) else { throw Refusal.generic }
    return value
  }
}

import PowerAuth
import TokenModel

/// What the bank attaches to a registration, and how it puts one back to protocol 2 for a trial.
enum RegistrationExtras {
  static let routes = [
    Route("PUT", "v2/registrations/*/flags", setFlags),
    Route("PUT", "v2/registrations/*/custom-object", setCustomObject),
    Route("PUT", "v2/registrations/*/version", setVersion),
  ]

  private static func setFlags(_ call: Call) throws -> SandboxResponse {
    let flags = try CloudForm(call).list("flags")
    guard let flags else { throw CloudFault.invalid("flags", nil, "must not be absent") }
    return try change(call) { registration in registration.flags = Set(flags).sorted() }
  }

  /// An explicit null takes it away again.
  private static func setCustomObject(_ call: Call) throws -> SandboxResponse {
    guard let object = try CloudForm(call).document("customObject") else {
      throw CloudFault.invalid("customObject", nil, "must not be absent")
    }
    return try change(call) { registration in
      registration.customObject = object == .null ? nil : object
    }
  }

  /// 2 with `counter` signatures behind it: the token is then offered the upgrade.
  private static func setVersion(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    guard try form.number("version", in: 2...2) != nil else {
      throw CloudFault.invalid("version", nil, "must be 2")
    }
    let number = try form.number("counter", in: 0...Int64(Int32.max)) ?? 0
    return try change(call) { registration in
      guard registration.state == .active, registration.device != nil else {
        throw CloudFault.registrationChange("VERSION", in: registration.state)
      }
      registration.device?.counter = .numeric(UInt64(number), started: nil)
    }
  }

  private static func change(
    _ call: Call, _ change: (inout Registration) throws -> Void
  ) throws -> SandboxResponse {
    var registration = try RegistrationEndpoints.find(call)
    try change(&registration)
    try call.ledger.update(registration)
    return .bare(RegistrationDocument.detail(registration, call.ledger.application))
  }
}

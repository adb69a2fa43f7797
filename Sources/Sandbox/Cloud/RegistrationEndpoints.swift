import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// `/v2/registrations`: a user's devices as the bank sees them.
enum RegistrationEndpoints {
  static let routes = [
    Route("POST", "v2/registrations", create),
    Route("GET", "v2/registrations", list),
    Route("GET", "v2/registrations/*", detail),
  ]

  /// When the activation's one-time password is asked for.
  private enum OTPValidation: String, CaseIterable {
    case none = "NONE"
    case onKeyExchange = "ON_KEY_EXCHANGE"
  }

  private static func create(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let userID = try form.required("userId")
    let applicationID = try form.optional("appId") ?? SandboxApplication.defaultID
    let phase = try form.choice(
      "commitPhase", of: [Registration.CommitPhase.onCommit, .onKeyExchange])
    let registration = try open(
      userID: userID, applicationID: applicationID,
      otp: try password(form, isAskedFor: phase == .onKeyExchange), commitPhase: phase ?? .onCommit,
      in: call.ledger)
    return .bare(
      RegistrationDocument.code(registration, call.ledger.application)
        .setting("registrationId", to: .string(registration.id)))
  }

  /// The one-time password that the key exchange must bring; it is asked for nowhere else.
  private static func password(
    _ form: CloudForm, isAskedFor: Bool
  ) throws(Refusal) -> String? {
    let otp = try form.optional("otp")
    let validation = try form.choice("otpValidation", of: OTPValidation.allCases)
    if validation == .onKeyExchange, otp == nil {
      throw CloudFault.invalid("otp", nil, "must not be blank with otpValidation ON_KEY_EXCHANGE")
    }
    if otp != nil, validation != .onKeyExchange, !isAskedFor {
      throw CloudFault.invalid(
        "otp", nil, "is checked here only with otpValidation ON_KEY_EXCHANGE")
    }
    return otp
  }

  /// Writes down a new registration, whose code is good from now on.
  static func open(
    userID: String, applicationID: String, otp: String?,
    commitPhase: Registration.CommitPhase, in ledger: Ledger
  ) throws -> Registration {
    guard let code = ActivationCode(random: SecureRandom.bytes(10)) else {
      throw Refusal.generic
    }
    let registration = Registration(
      id: UUID().uuidString.lowercased(), userID: userID, applicationID: applicationID,
      activationCode: code.text, otpDigest: otp.map { SHA256.hash(Array($0.utf8)) },
      commitPhase: otp == nil ? commitPhase : .onKeyExchange, createdAt: ledger.now,
      expiresAt: ledger.now + ServerRules.registrationLife, usedAt: ledger.now)
    try ledger.insert(registration)
    return registration
  }

  private static func list(_ call: Call) throws -> SandboxResponse {
    guard let userID = call.request.queryValue("userId"), !userID.isEmpty else {
      throw CloudFault.invalid("userId", nil, "must not be blank")
    }
    let isWithRemoved = call.request.queryValue("removed") == "true"
    let registrations = try call.ledger.registrations(ofUser: userID)
      .filter { isWithRemoved || $0.state != .removed }
    return .bare(["registrations": .array(registrations.map(RegistrationDocument.summary))])
  }

  private static func detail(_ call: Call) throws -> SandboxResponse {
    let registration = try find(call)
    return .bare(RegistrationDocument.detail(registration, call.ledger.application))
  }

  /// The registration that the path names.
  static func find(_ call: Call) throws -> Registration {
    guard let registration = try call.ledger.registration(call.pathValues[0]) else {
      throw CloudFault.registrationNotFound
    }
    return registration
  }
}

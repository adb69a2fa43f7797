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

  /// A one-time password and the step that asks for it.
  struct Password {
    let text: String
    let phase: Registration.PasswordPhase
  }

  private static func create(_ call: Call) throws -> SandboxResponse {
    let form = try CloudForm(call)
    let userID = try form.required("userId")
    let applicationID = try form.optional("appId") ?? SandboxApplication.defaultID
    let phase = try form.choice(
      "commitPhase", of: [Registration.CommitPhase.onCommit, .onKeyExchange])
    var registration = try open(
      userID: userID, applicationID: applicationID, password: password(form, phase),
      commitPhase: phase ?? .onCommit, in: call.ledger)
    registration.flags = try form.list("flags")?.sorted() ?? []
    try call.ledger.update(registration)
    return .bare(
      RegistrationDocument.code(registration, call.ledger.application)
        .setting("registrationId", to: .string(registration.id)))
  }

  /// The step is named by `otpValidation`, else it is the one that commits; both at once are refused.
  private static func password(
    _ form: CloudForm, _ commitPhase: Registration.CommitPhase?
  ) throws(Refusal) -> Password? {
    let otp = try form.optional("otp")
    let validation = try form.optional("otpValidation")
    guard let validation, validation != "NONE" else {
      return otp.map { otp in
        Password(text: otp, phase: commitPhase == .onKeyExchange ? .onKeyExchange : .onCommit)
      }
    }
    let named = try form.choice("otpValidation", of: Registration.PasswordPhase.allCases)
    guard let phase = named, commitPhase == nil else {
      throw CloudFault.invalid(
        "otpValidation", .string(validation), "must not stand beside commitPhase")
    }
    guard let otp else {
      throw CloudFault.invalid("otp", nil, "must not be blank with otpValidation \(validation)")
    }
    return Password(text: otp, phase: phase)
  }

  /// Writes down a new registration, whose code is good from now on.
  static func open(
    userID: String, applicationID: String, password: Password?,
    commitPhase: Registration.CommitPhase, in ledger: Ledger
  ) throws -> Registration {
    guard let code = ActivationCode(random: SecureRandom.bytes(10)) else {
      throw Refusal.generic
    }
    let registration = Registration(
      id: UUID().uuidString.lowercased(), userID: userID, applicationID: applicationID,
      activationCode: code.text,
      otpDigest: password.map { SHA256.hash(Array($0.text.utf8)) },
      passwordPhase: password?.phase, commitPhase: commitPhase, createdAt: ledger.now,
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

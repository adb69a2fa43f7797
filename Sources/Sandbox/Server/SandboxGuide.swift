import PowerAuth

/// What somebody who starts the sandbox alone needs to know.
public struct SandboxGuide: Sendable {
  let baseURL: String
  private let sdkConfiguration: String
  private let user: String
  private let password: String
  /// A PEM file with the authority of its certificates; nil without TLS.
  let authorityFile: String?
  /// The key that signs the list of certificates, in Base64.
  public let fingerprintKey: String

  public init(_ server: SandboxServer) {
    baseURL = server.baseURL
    sdkConfiguration = server.credentials.sdkConfiguration
    user = server.apiUser
    password = server.apiPassword
    authorityFile = server.tls?.authorityFile
    fingerprintKey = Base64.encode(server.fingerprintKey)
  }

  /// All of it, line by line.
  public var lines: [String] {
    ["Sandbox at \(baseURL)", ""] + ["A client's configuration:", ""] + configuration
      + ["", "The bank's side:", ""] + calls
      + ["", "Codes with a one-time password, recovery, people:", ""] + recoveryCalls
      + ["", "What a device signed, and trials of a client:", ""] + trialCalls
      + certificateCalls
      + ["", "Other ways to activate:", ""] + variants
  }

  /// The configuration file of a client, with all ways to activate that there are here.
  public var configuration: [String] {
    [
      "[profiles.default]",
      "server = \"\(baseURL)/enrollment-server\"",
      "sdk_configuration = \"\(sdkConfiguration)\"",
      "oidc_provider = \"\(OpenIDProvider.all[0].id)\"",
    ] + pins + [
      "",
      "[[profiles.default.credentials]]",
      "name = \"username\"",
      "",
      "[[profiles.default.credentials]]",
      "name = \"password\"",
      "secret = true",
    ]
  }

  /// The calls of the Cloud API, in the order in which a story goes.
  public var calls: [String] {
    [
      "# A user's new device: the answer holds activationCode and registrationId",
      call("POST", "registrations", #"{"userId": "alice", "appId": "\#(appID)"}"#),
      "# The user's devices and their status",
      call("GET", "registrations?userId=alice"),
      "# After the activation: the bank agrees (put the registrationId in place of ID)",
      call("POST", "registrations/ID/commit", #"{"externalUserId": "clerk"}"#),
      "# Something to approve: a sign-in, a payment",
      call("POST", "operations", #"{"userId": "alice", "template": "login", "language": "en"}"#),
      call("POST", "operations", Self.payment),
      "# One of nobody, for the first who opens its link; it wants the code of the bank's page",
      call("POST", "operations", #"{"template": "login", "proximityCheckEnabled": true}"#),
      "# A message for the inbox, text or html",
      call("POST", "inbox/messages", Self.message),
      "# How it was decided, with link and code while it waits; or take it back (put the operationId in place of ID)",
      call("GET", "operations/ID"),
      call("DELETE", "operations/ID"),
      "# Block, unblock or remove the device; DELETE only before the commit",
      call("PUT", "registrations/ID", #"{"change": "BLOCK", "blockReason": "LOST"}"#),
      call("PUT", "registrations/ID", #"{"change": "UNBLOCK"}"#),
      call("PUT", "registrations/ID", #"{"change": "REMOVE"}"#),
      call("DELETE", "registrations/ID"),
    ]
  }

  /// The calls around one-time passwords, recovery codes and claims.
  public var recoveryCalls: [String] {
    [
      "# A code whose one-time password the token must send; or the bank must, with ON_COMMIT",
      call(
        "POST", "registrations",
        #"{"userId": "alice", "otp": "1234", "otpValidation": "ON_KEY_EXCHANGE"}"#),
      call(
        "POST", "registrations",
        #"{"userId": "alice", "otp": "1234", "otpValidation": "ON_COMMIT"}"#),
      call("POST", "registrations/ID/commit", #"{"otp": "1234"}"#),
      "# From now on each activation gets a recovery code; postcards may be printed, too",
      call(
        "PUT", "recovery-configuration",
        #"{"activationRecoveryEnabled": true, "recoveryPostcardEnabled": true}"#),
      "# A postcard with three PUKs, which the token confirms before it serves; then all codes",
      call("POST", "recovery-codes", #"{"userId": "alice", "pukCount": 3}"#),
      call("GET", "recovery-codes?userId=alice"),
      call("DELETE", "recovery-codes/CODE"),
      "# What the token may know of its user, and the password of an activation by credentials",
      call(
        "PUT", "users/alice",
        #"{"claims": {"name": "Alice Archer", "email": "alice@bank.example"}, "password": "open"}"#),
      call("GET", "users/alice"),
      "# Where the browser comes back to after a sign-in",
      call(
        "PUT", "openid-providers/\(OpenIDProvider.all[0].id)",
        #"{"redirectUri": "\#(OpenIDProvider.redirectURI)"}"#),
      "# What the bank attaches to a device; the token sees the custom object in its status",
      call("PUT", "registrations/ID/flags", #"{"flags": ["VERIFICATION_DONE"]}"#),
      call("PUT", "registrations/ID/custom-object", #"{"customObject": {"branch": "Brno"}}"#),
    ]
  }

  /// The calls that check signatures, and those that no real bank has.
  public var trialCalls: [String] {
    [
      "# Whether a request was signed: the header, and the request's body in Base64",
      call(
        "POST", "signature/verify",
        #"{"method": "POST", "uriId": "/mobile/login", "authHeader": "HEADER", "requestBody": "e30="}"#
      ),
      "# The same for parameters, for digits read off a screen, and for the device's own key",
      call(
        "POST", "signature/verify",
        #"{"method": "GET", "uriId": "/mobile/list", "authHeader": "HEADER", "queryParams": {"page": "1"}}"#
      ),
      "# The QR text of an operation for a token without network, and the code read off that token",
      call("GET", "operations/ID/offline/qr?registrationId=ID"),
      call("GET", "operations/ID/offline/qr?registrationId=ID&key=master"),
      call(
        "POST", "operations/ID/offline/otp",
        #"{"registrationId": "ID", "nonce": "NONCE", "otp": "12345678-12345678"}"#),
      "# The same for any data",
      call("POST", "signature/offline", #"{"registrationId": "ID", "data": "DATA"}"#),
      call(
        "POST", "signature/offline/verify",
        #"{"registrationId": "ID", "uriId": "/operation/authorize/offline", "nonce": "NONCE", "data": "DATA", "signature": "12345678-12345678"}"#
      ),
      call(
        "POST", "signature/device/verify",
        #"{"registrationId": "ID", "data": "e30=", "signature": "SIGNATURE"}"#),
      "# Something signed by the bank for a token to check; without registrationId by the master key",
      call("POST", "signature/server", #"{"registrationId": "ID", "data": "e30="}"#),
      "# Back to protocol 2, for a token that was put back as well: it upgrades with its next status",
      call("PUT", "registrations/ID/version", #"{"version": 2, "counter": 7}"#),
      "# Faults: see the list, set some, and make all well again",
      call("GET", "sandbox/faults"),
      call(
        "PUT", "sandbox/faults", #"{"temporaryKeyLifeSeconds": 15, "refusesRename": true}"#),
      call("PUT", "sandbox/faults", "{}"),
    ]
  }

  /// What else than a code activates a token here.
  public var variants: [String] {
    [
      "Credentials: username demo or alice, password \(DemoPeople.password)",
      "OpenID: provider \(OpenIDProvider.all[0].id) with PKCE, "
        + "\(OpenIDProvider.all[1].id) without; it signs in whom login_hint names, else demo",
      "Recovery: a recovery code with its next PUK, once they are turned on",
    ]
  }

  private var appID: String { SandboxApplication.defaultID }

  private static let payment = #"""
    {"userId": "alice", "template": "payment", "language": "en", "parameters": {"amount": "1000000000.00", "currency": "EUR", "iban": "CZ5508000000001234567899"}}
    """#

  private static let message = #"""
    {"userId": "alice", "type": "html", "subject": "Your new card", "summary": "It is on its way.", "body": "<p>It is <b>on its way</b>.</p>"}
    """#

  func call(_ method: String, _ path: String, _ body: String? = nil) -> String {
    let trust = authorityFile.map { " --cacert '\($0)'" } ?? ""
    let start =
      "curl\(trust) -u '\(user):\(password)' -X \(method) '\(baseURL)/powerauth-cloud/v2/\(path)'"
    guard let body else { return start }
    return start + " -H 'Content-Type: application/json' -d '\(body)'"
  }
}

import PowerAuth

/// What somebody who starts the sandbox alone needs to know, as values; the words are the printer's.
public struct SandboxGuide: Sendable {
  /// What a call is for; one note may stand above several calls.
  public enum Note: String, CaseIterable, Sendable {
    case newDevice, devices, commit, operations, nobody, ownWords, broken, message, pageMessage
    case decision, change, oneTimePassword, recovery, postcard, person, redirect, attachments
    case push, signature, otherSignatures, offline, offlineData, serverSignature, version, faults
  }

  /// A call of the Cloud API as `curl` makes it.
  public struct Entry: Equatable, Sendable {
    /// Nil where the note of the call before goes on.
    public let note: Note?
    public let line: String
  }

  public let baseURL: String
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

  /// The password of the people whom a new bank knows, `demo` and `alice`.
  public var peoplePassword: String { DemoPeople.password }

  /// The providers of a sign-in: the first one with PKCE, the second one without.
  public var providers: [String] { OpenIDProvider.all.map(\.id) }

  /// The calls in the order in which a story goes.
  public var calls: [Entry] {
    [
      call(.newDevice, "POST", "registrations", #"{"userId": "alice", "appId": "\#(appID)"}"#),
      call(.devices, "GET", "registrations?userId=alice"),
      call(.commit, "POST", "registrations/ID/commit", #"{"externalUserId": "clerk"}"#),
      call(
        .operations, "POST", "operations",
        #"{"userId": "alice", "template": "login", "language": "en"}"#),
      call(nil, "POST", "operations", Self.payment),
      call(.nobody, "POST", "operations", #"{"template": "login", "proximityCheckEnabled": true}"#),
      call(.ownWords, "POST", "operations", Self.ownWords),
      call(.broken, "POST", "operations", Self.broken),
      call(.message, "POST", "inbox/messages", Self.message),
      call(.pageMessage, "POST", "inbox/messages", Self.pageMessage),
      call(.decision, "GET", "operations/ID"), call(nil, "DELETE", "operations/ID"),
      call(.change, "PUT", "registrations/ID", #"{"change": "BLOCK", "blockReason": "LOST"}"#),
      call(nil, "PUT", "registrations/ID", #"{"change": "UNBLOCK"}"#),
      call(nil, "PUT", "registrations/ID", #"{"change": "REMOVE"}"#),
      call(nil, "DELETE", "registrations/ID"),
      call(.push, "GET", "push/devices?userId=alice"),
      call(nil, "GET", "push/log?userId=alice"), call(nil, "DELETE", "push/log"),
    ]
  }

  /// The calls around one-time passwords, recovery codes and claims.
  public var recoveryCalls: [Entry] {
    [
      call(
        .oneTimePassword, "POST", "registrations",
        #"{"userId": "alice", "otp": "1234", "otpValidation": "ON_KEY_EXCHANGE"}"#),
      call(
        nil, "POST", "registrations",
        #"{"userId": "alice", "otp": "1234", "otpValidation": "ON_COMMIT"}"#),
      call(nil, "POST", "registrations/ID/commit", #"{"otp": "1234"}"#),
      call(
        .recovery, "PUT", "recovery-configuration",
        #"{"activationRecoveryEnabled": true, "recoveryPostcardEnabled": true}"#),
      call(.postcard, "POST", "recovery-codes", #"{"userId": "alice", "pukCount": 3}"#),
      call(nil, "GET", "recovery-codes?userId=alice"), call(nil, "DELETE", "recovery-codes/CODE"),
      call(
        .person, "PUT", "users/alice",
        #"{"claims": {"name": "Alice Archer", "email": "alice@bank.example"}, "password": "open"}"#),
      call(nil, "GET", "users/alice"),
      call(
        .redirect, "PUT", "openid-providers/\(OpenIDProvider.all[0].id)",
        #"{"redirectUri": "\#(OpenIDProvider.redirectURI)"}"#),
      call(.attachments, "PUT", "registrations/ID/flags", #"{"flags": ["VERIFICATION_DONE"]}"#),
      call(
        nil, "PUT", "registrations/ID/custom-object", #"{"customObject": {"branch": "Brno"}}"#),
    ]
  }

  /// The calls that check signatures, and those that no real bank has.
  public var trialCalls: [Entry] {
    [
      call(
        .signature, "POST", "signature/verify",
        #"{"method": "POST", "uriId": "/mobile/login", "authHeader": "HEADER", "requestBody": "e30="}"#
      ),
      call(
        nil, "POST", "signature/verify",
        #"{"method": "GET", "uriId": "/mobile/list", "authHeader": "HEADER", "queryParams": {"page": "1"}}"#
      ),
      call(.offline, "GET", "operations/ID/offline/qr?registrationId=ID"),
      call(nil, "GET", "operations/ID/offline/qr?registrationId=ID&key=master"),
      call(
        nil, "POST", "operations/ID/offline/otp",
        #"{"registrationId": "ID", "nonce": "NONCE", "otp": "12345678-12345678"}"#),
      call(.offlineData, "POST", "signature/offline", #"{"registrationId": "ID", "data": "DATA"}"#),
      call(
        nil, "POST", "signature/offline/verify",
        #"{"registrationId": "ID", "uriId": "/operation/authorize/offline", "nonce": "NONCE", "data": "DATA", "signature": "12345678-12345678"}"#
      ),
      call(
        .otherSignatures, "POST", "signature/device/verify",
        #"{"registrationId": "ID", "data": "e30=", "signature": "SIGNATURE"}"#),
      call(
        .serverSignature, "POST", "signature/server", #"{"registrationId": "ID", "data": "e30="}"#),
      call(.version, "PUT", "registrations/ID/version", #"{"version": 2, "counter": 7}"#),
      call(.faults, "GET", "sandbox/faults"),
      call(
        nil, "PUT", "sandbox/faults", #"{"temporaryKeyLifeSeconds": 15, "refusesRename": true}"#),
      call(nil, "PUT", "sandbox/faults", "{}"),
    ]
  }

  private var appID: String { SandboxApplication.defaultID }

  private static let payment = #"""
    {"userId": "alice", "template": "payment", "language": "en", "parameters": {"amount": "1000000000.00", "currency": "EUR", "iban": "CZ5508000000001234567899"}}
    """#

  private static let ownWords = #"""
    {"userId": "alice", "formData": {"title": "Order", "message": "Please check it.", "attributes": [{"id": "1", "type": "NOTE", "label": "Goods", "note": "Tea"}]}, "ui": {"flipButtons": true}, "data": "A0*Tea"}
    """#

  private static let broken = #"""
    {"userId": "alice", "verbatim": true, "formData": {"title": "Broken", "message": ""}, "document": {"operationCreated": "tomorrow"}, "omit": ["data"]}
    """#

  private static let message = #"""
    {"userId": "alice", "type": "html", "subject": "Your new card", "summary": "It is on its way.", "body": "<p>It is <b>on its way</b>.</p>"}
    """#

  private static let pageMessage = #"""
    {"userId": "alice", "operationId": "ID", "subject": "The bank page", "summary": "Its link and code.", "body": "${link} ${otp} ${offline}"}
    """#

  func call(
    _ note: Note?, _ method: String, _ path: String, _ body: String? = nil
  ) -> Entry {
    let trust = authorityFile.map { " --cacert '\($0)'" } ?? ""
    let start =
      "curl\(trust) -u '\(user):\(password)' -X \(method) '\(baseURL)/powerauth-cloud/v2/\(path)'"
    guard let body else { return Entry(note: note, line: start) }
    return Entry(note: note, line: start + " -H 'Content-Type: application/json' -d '\(body)'")
  }
}

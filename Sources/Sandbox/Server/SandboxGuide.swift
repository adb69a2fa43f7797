import PowerAuth

/// What somebody who starts the sandbox alone needs to know.
public struct SandboxGuide: Sendable {
  private let baseURL: String
  private let sdkConfiguration: String
  private let user: String
  private let password: String

  public init(_ server: SandboxServer) {
    baseURL = server.baseURL
    sdkConfiguration = server.credentials.sdkConfiguration
    user = server.apiUser
    password = server.apiPassword
  }

  /// All of it, line by line.
  public var lines: [String] {
    ["Sandbox at \(baseURL)", ""] + ["A client's configuration:", ""] + configuration
      + ["", "The bank's side:", ""] + calls
  }

  /// The configuration file of a client.
  public var configuration: [String] {
    [
      "[profiles.default]",
      "server = \"\(baseURL)/enrollment-server\"",
      "sdk_configuration = \"\(sdkConfiguration)\"",
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
      "# How it was decided, or take it back (put the operationId in place of ID)",
      call("GET", "operations/ID"),
      call("DELETE", "operations/ID"),
      "# Block, unblock or remove the device; DELETE only before the commit",
      call("PUT", "registrations/ID", #"{"change": "BLOCK", "blockReason": "LOST"}"#),
      call("PUT", "registrations/ID", #"{"change": "UNBLOCK"}"#),
      call("PUT", "registrations/ID", #"{"change": "REMOVE"}"#),
      call("DELETE", "registrations/ID"),
    ]
  }

  private var appID: String { SandboxApplication.defaultID }

  private static let payment = #"""
    {"userId": "alice", "template": "payment", "language": "en", "parameters": {"amount": "1000000000.00", "currency": "EUR", "iban": "CZ5508000000001234567899"}}
    """#

  private func call(_ method: String, _ path: String, _ body: String? = nil) -> String {
    let start = "curl -u '\(user):\(password)' -X \(method) '\(baseURL)/powerauth-cloud/v2/\(path)'"
    guard let body else { return start }
    return start + " -H 'Content-Type: application/json' -d '\(body)'"
  }
}

import TokenModel

/// What the sandbox answers.
public struct SandboxResponse: Sendable, Equatable {
  public let status: Int
  public let body: [UInt8]
  /// What `body` is.
  public private(set) var contentType = "application/json"
  /// Where a redirection leads.
  public private(set) var location: String?
  /// Value of `X-Cert-Pinning-Signature`; nil leaves the header out.
  public internal(set) var signature: String?
  /// The connection is to be closed without a byte of answer, although the sandbox has acted.
  public var isLost = false

  public init(status: Int, json: JSONValue) {
    self.status = status
    body = json.bytes()
  }

  private init(status: Int, location: String? = nil) {
    self.status = status
    self.location = location
    body = []
  }

  /// 200 with a picture.
  init(png bytes: [UInt8]) {
    status = 200
    body = bytes
    contentType = "image/png"
  }

  /// The parsed body; nil when it is not JSON.
  public var json: JSONValue? { try? JSONValue(parsing: body) }
}

extension SandboxResponse {
  /// 200 without a body.
  static let empty = SandboxResponse(status: 200)

  /// 302 to another address.
  static func redirect(to location: String) -> SandboxResponse {
    SandboxResponse(status: 302, location: location)
  }

  /// 200 with a document as it stands: the Cloud's answers and the bare cryptograms.
  static func bare(_ json: JSONValue) -> SandboxResponse {
    SandboxResponse(status: 200, json: json)
  }

  /// 200 `{"status": "OK"}` with the object, if any, as `responseObject`.
  static func success(_ object: JSONValue? = nil, beside members: [String: JSONValue] = [:])
    -> SandboxResponse
  {
    var document = members
    document["status"] = "OK"
    document["responseObject"] = object
    return SandboxResponse(status: 200, json: .object(document))
  }
}

/// The sandbox says no; what it wrote down before stays written.
struct Refusal: Error, Equatable {
  let status: Int
  let code: String
  let message: String
  /// Fields that are wrong, in the Cloud's words.
  var violations: [JSONValue] = []
  /// Which PUK of a recovery code comes next, from 1.
  var nextPUK: Int?

  var response: SandboxResponse {
    var object: [String: JSONValue] = ["code": .string(code), "message": .string(message)]
    if !violations.isEmpty { object["violations"] = .array(violations) }
    object["currentRecoveryPukIndex"] = nextPUK.map { .number(.init($0)) }
    return SandboxResponse(
      status: status, json: ["status": "ERROR", "responseObject": .object(object)])
  }

  static let notFound = Refusal(
    status: 404, code: "ERROR_NOT_FOUND", message: "Resource not found.")
  /// The server's answer to malformed JSON, to a wrong method and to its own mistakes.
  static let generic = Refusal(
    status: 500, code: "ERROR_GENERIC",
    message: "Unknown error occurred while processing request.")
}

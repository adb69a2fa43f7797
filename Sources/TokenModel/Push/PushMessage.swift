/// A push message about this token (Mobile Token API, "Push").
///
/// It comes over a way that anybody may write to: it is a reason to ask the server, and nothing else.
public enum PushMessage: Equatable, Sendable {
  /// Something waits for a decision.
  case operationInit(id: String, name: String, content: Content?)
  /// Something no longer waits.
  case operationFinished(id: String, name: String, result: Result)
  /// The bank has written.
  case newInboxMessage(id: String)

  /// What the system's notification says; only where both are there.
  public struct Content: Equatable, Sendable {
    public let title: String
    public let body: String
  }

  /// How an operation ended.
  public enum Result: Equatable, Sendable {
    case success, fail, timeout, canceled, methodNotAvailable
    /// A word of a newer server.
    case unknown(String)

    init(wire: String) {
      self =
        switch wire {
        case "authentication.success": .success
        case "authentication.fail": .fail
        case "operation.timeout": .timeout
        case "operation.canceled": .canceled
        case "operation.methodNotAvailable": .methodNotAvailable
        default: .unknown(wire)
        }
    }

    /// The server's word.
    public var wire: String {
      switch self {
      case .success: "authentication.success"
      case .fail: "authentication.fail"
      case .timeout: "operation.timeout"
      case .canceled: "operation.canceled"
      case .methodNotAvailable: "operation.methodNotAvailable"
      case .unknown(let word): word
      }
    }
  }

  /// Why a text is no push message of a mobile token.
  public enum Fault: Error, Equatable, Sendable {
    case notJSON
    /// Nothing in it says what it is.
    case noType
    case unknownType(String)
    case missing(member: String)
  }

  /// Reads the JSON that a push service delivers.
  ///
  /// The token's members stand beside `aps` (Apple), in `data` (Firebase, Huawei, in `message` or not;
  /// as an object or as JSON in a text) or alone (UnifiedPush).
  public init(parsing bytes: [UInt8]) throws(Fault) {
    guard let json = try? JSONValue(parsing: bytes), json.object != nil else { throw .notJSON }
    try self.init(json)
  }

  public init(_ json: JSONValue) throws(Fault) {
    guard let members = Self.places(json).first(where: { $0["messageType"]?.string != nil }),
      let type = members["messageType"]?.string
    else { throw .noType }
    switch type {
    case "mtoken.operationInit":
      self = .operationInit(
        id: try Self.text("operationId", members), name: try Self.text("operationName", members),
        content: Self.content(json))
    case "mtoken.operationFinished":
      self = .operationFinished(
        id: try Self.text("operationId", members), name: try Self.text("operationName", members),
        result: Result(wire: try Self.text("mtokenOperationResult", members)))
    case "mtoken.inboxMessage.new":
      self = .newInboxMessage(id: try Self.text("inboxId", members))
    default: throw .unknownType(type)
    }
  }

  private static func text(_ member: String, _ members: JSONValue) throws(Fault) -> String {
    guard let text = members[member]?.string, !text.isEmpty else { throw .missing(member: member) }
    return text
  }

  /// Where the token's own members may stand, the nearest first.
  private static func places(_ json: JSONValue) -> [JSONValue] {
    let message = json["message"]
    return [json, opened(json["data"]), message, opened(message?["data"])].compactMap(\.self)
  }

  /// Huawei carries data as a text that holds JSON.
  private static func opened(_ data: JSONValue?) -> JSONValue? {
    data?.string.flatMap { try? JSONValue(parsing: Array($0.utf8)) } ?? data
  }

  /// What the system shows, in the forms of the services; nil unless title and body are there.
  private static func content(_ json: JSONValue) -> Content? {
    let message = json["message"]
    let notices = [
      json["aps"]?["alert"], json["notification"], message?["notification"], json,
      opened(json["data"]),
    ]
    for case let notice? in notices {
      if let title = notice["title"]?.string, let body = notice["body"]?.string {
        return Content(title: title, body: body)
      }
    }
    return nil
  }
}

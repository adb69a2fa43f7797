import FoundationEssentials

/// Something that somebody asks the user to approve or reject (Mobile Token API, "Operation").
///
/// Reading is lenient: only `id`, `name`, `data` and a form with a title are required. `data` is
/// signed byte for byte and is never trimmed, normalised or re-encoded.
public struct UserOperation: Equatable, Sendable, Identifiable {
  public let id: String
  /// Template name such as `login`; not for display.
  public let name: String
  /// Exactly what an approval signs.
  public let data: String
  public let status: OperationStatus
  /// The server's enum-like reason of the last change of status.
  public let statusReason: String?
  public let created: Date?
  public let expires: Date?
  public let allowedSignature: AllowedSignature
  public let form: OperationForm
  public let ui: OperationUI
  /// The object as the server sent it.
  public let source: JSONValue

  /// The required member that is missing or of the wrong type.
  public struct Fault: Error, Equatable, Sendable {
    public let member: String
  }

  public init(_ json: JSONValue) throws(Fault) {
    id = try Self.text("id", of: json)
    name = try Self.text("name", of: json)
    data = try Self.text("data", of: json)
    guard let form = OperationForm(json["formData"]) else {
      throw Fault(member: "formData.title")
    }
    self.form = form
    // Servers before 1.8 leave the status out of their lists, which hold pending ones only.
    status = OperationStatus(wire: json["status"]?.string)
    statusReason = json["statusReason"]?.string
    created = ServerDate.parse(json["operationCreated"])
    expires = ServerDate.parse(json["operationExpires"])
    allowedSignature = AllowedSignature(json["allowedSignatureType"])
    ui = OperationUI(json["ui"])
    source = json
  }

  private static func text(_ member: String, of json: JSONValue) throws(Fault) -> String {
    guard let text = json[member]?.string, !text.isEmpty else { throw Fault(member: member) }
    return text
  }
}

/// Processing status of an operation.
public enum OperationStatus: Equatable, Sendable {
  case pending, approved, rejected, canceled, expired, failed
  /// A status of a newer server, by its name.
  case unknown(String)

  /// An absent status means pending, and so does an empty one.
  public init(wire: String?) {
    switch wire {
    case nil, "", "PENDING": self = .pending
    case "APPROVED": self = .approved
    case "REJECTED": self = .rejected
    case "CANCELED": self = .canceled
    case "EXPIRED": self = .expired
    case "FAILED": self = .failed
    case .some(let name): self = .unknown(name)
    }
  }
}

/// A list answer: what could be read, and how many entries could not.
public struct OperationList: Equatable, Sendable {
  public let operations: [UserOperation]
  /// Entries that lacked a required member; the others are shown all the same.
  public let unreadable: Int
  /// `currentTimestamp`, whole seconds of the server's clock; nil where the answer has none.
  public let serverTime: Date?

  public init(operations: [UserOperation], unreadable: Int = 0, serverTime: Date? = nil) {
    self.operations = operations
    self.unreadable = unreadable
    self.serverTime = serverTime
  }

  /// Reads each entry alone, so that one bad operation never hides the others.
  public init(_ entries: [JSONValue], serverTime: Date? = nil) {
    operations = entries.compactMap { try? UserOperation($0) }
    unreadable = entries.count - operations.count
    self.serverTime = serverTime
  }
}

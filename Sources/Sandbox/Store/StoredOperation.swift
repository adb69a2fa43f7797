import GRDB
import PowerAuth
import TokenModel

/// Something that a user is asked to approve.
struct StoredOperation: Sendable {
  let id: String
  /// Nil until somebody claims it.
  var userID: String?
  /// Empty for one that no template describes.
  let template: String
  /// Finds the texts; the token calls it `name`.
  let type: String
  let data: String
  let parameters: [String: String]
  /// Whose signature approves it, in the template's order.
  let signatureTypes: [Factors]
  let riskFlags: String
  let maxFailures: Int
  let createdAt: Milliseconds
  let expiresAt: Milliseconds
  /// Of the codes that prove nearness to the bank's page; nil where none is wanted.
  var proximitySeed: [UInt8]?
  var status = Status.pending
  var statusReason: String?
  var failures = 0
  var finalizedAt: Milliseconds?
  /// What the bank says of it in its own words.
  var content: OperationContent?
  /// Parameters in other languages; those that `data` was made from stay as they are.
  var translations = Translations()
  /// The one device that may see it; nil for each of the user.
  var registrationID: String?
  /// What a device must be flagged with to see it; nil for nothing.
  var activationFlag: String?
  /// What the program told beside the decision, such as its visits of pages before.
  var mobileTokenData: JSONValue?
  /// How it was decided: device, factors, address.
  var additionalData: [String: String] = [:]

  enum Status: String, Sendable, CaseIterable {
    case pending = "PENDING"
    case approved = "APPROVED"
    case rejected = "REJECTED"
    case canceled = "CANCELED"
    case expired = "EXPIRED"
    case failed = "FAILED"
  }
}

extension StoredOperation {
  /// What fills texts and rows for a reader of `language`.
  func parameters(in language: String) -> [String: String] {
    parameters.merging(translations[language]) { _, translated in translated }
  }

  /// Whether the bank lets this device see and decide it.
  func isMeant(for registration: Registration) -> Bool {
    (registrationID == nil || registrationID == registration.id)
      && (activationFlag.map(registration.flags.contains) ?? true)
  }
}

extension StoredOperation: FetchableRecord, PersistableRecord {
  static let databaseTableName = "operation"

  init(row: Row) throws {
    id = row["id"]
    userID = row["userID"]
    template = row["template"]
    type = row["type"]
    data = row["data"]
    parameters = try row.texts("parameters")
    additionalData = try row.texts("additionalData")
    let types: String = row["signatureTypes"]
    signatureTypes = types.split(separator: ",").compactMap { Factors(rawValue: String($0)) }
    riskFlags = row["riskFlags"]
    status = try row.choice("status")
    statusReason = row["statusReason"]
    failures = row["failures"]
    maxFailures = row["maxFailures"]
    createdAt = row["createdAt"]
    expiresAt = row["expiresAt"]
    finalizedAt = row["finalizedAt"]
    proximitySeed = row.bytes("proximitySeed")
    let content: String? = row["content"]
    self.content = try content.map { OperationContent(try JSONValue(parsing: Array($0.utf8))) }
    translations = try row.translations()
    let told: String? = row["mobileTokenData"]
    mobileTokenData = try told.map { try JSONValue(parsing: Array($0.utf8)) }
    registrationID = row["registrationID"]
    activationFlag = row["activationFlag"]
  }

  func encode(to container: inout PersistenceContainer) {
    container["id"] = id
    container["userID"] = userID
    container["template"] = template
    container["type"] = type
    container["data"] = data
    container.setTexts(parameters, "parameters")
    container.setTexts(additionalData, "additionalData")
    container["signatureTypes"] = signatureTypes.map(\.rawValue).joined(separator: ",")
    container["riskFlags"] = riskFlags
    container["status"] = status.rawValue
    container["statusReason"] = statusReason
    container["failures"] = failures
    container["maxFailures"] = maxFailures
    container["createdAt"] = createdAt
    container["expiresAt"] = expiresAt
    container["finalizedAt"] = finalizedAt
    container.setBytes(proximitySeed, "proximitySeed")
    container.setJSON(content?.json, "content")
    container.setJSON(translations.json, "translations")
    container.setJSON(mobileTokenData, "mobileTokenData")
    container["registrationID"] = registrationID
    container["activationFlag"] = activationFlag
  }
}

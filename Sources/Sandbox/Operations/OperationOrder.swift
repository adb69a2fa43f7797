import FoundationEssentials
import PowerAuth
import PowerAuthCrypto
import TokenModel

/// What the bank wants a user to approve, before it is written down.
struct OperationOrder: Sendable {
  var template: OperationTemplate?
  /// Nil for an operation of nobody yet, which the first one who claims it gets.
  var userID: String?
  var parameters: [String: String] = [:]
  /// Parameters as the token reads them in other languages; `data` is the same in all of them.
  var translations = Translations()
  /// Whether the token must prove that it is near the bank's page.
  var isProximityChecked = false
  /// In place of what the template says.
  var content: OperationContent?
  var data: String?
  var type: String?
  var signatureTypes: [Factors]?
  var riskFlags: String?
  var life: Milliseconds?
  var maxFailures: Int?
  /// The one device that may see it.
  var registrationID: String?
  /// Only devices with this flag may see it.
  var activationFlag: String?

  /// Of an order without a template.
  private static let defaultType = "custom"
  private static let defaultData = "A0"
  private static let defaultLife: Milliseconds = .minutes(5)
  private static let defaultMaxFailures = 5

  /// Writes down a new operation, which waits from now on, and announces it in `language`.
  func place(
    in ledger: Ledger, _ templates: OperationTemplates, language: String = "en"
  ) throws -> StoredOperation {
    var operation = StoredOperation(
      id: UUID().uuidString.lowercased(), userID: userID, template: template?.name ?? "",
      type: type ?? template?.type ?? Self.defaultType,
      data: data ?? template?.data(parameters) ?? Self.defaultData, parameters: parameters,
      signatureTypes: signatureTypes ?? template?.signatureTypes
        ?? [.possessionKnowledge, .possessionBiometry],
      riskFlags: riskFlags ?? template?.riskFlags ?? "",
      maxFailures: maxFailures ?? template?.maxFailures ?? Self.defaultMaxFailures,
      createdAt: ledger.now,
      expiresAt: ledger.now + (life ?? template?.life ?? Self.defaultLife),
      proximitySeed: isProximityChecked ? SecureRandom.bytes(16) : nil)
    operation.content = content
    operation.translations = translations
    operation.registrationID = registrationID
    operation.activationFlag = activationFlag
    try ledger.insert(operation)
    let form = OperationDocument.formData(operation, templates, language: language)
    try ledger.announce(
      .new(operation, title: form?["title"]?.string, body: form?["message"]?.string),
      toUser: userID, about: operation)
    return operation
  }
}

extension OperationOrder {
  /// Seconds that an operation may be asked to wait.
  private static let lives: ClosedRange<Int64> = 0...31 * 86_400
  /// Failures that it may be asked to bear.
  private static let failures: ClosedRange<Int64> = 1...1000

  /// Reads what the Cloud API takes; throws `Refusal` with the field that breaks a rule.
  ///
  /// Without books nobody can say whether a registration is there.
  init(_ form: CloudForm, _ templates: OperationTemplates, _ ledger: Ledger?) throws {
    template = try Self.template(form, templates)
    userID = try form.optional("userId")
    registrationID = try form.optional("registrationId")
    if let registrationID {
      guard let registration = try ledger?.registration(registrationID),
        userID == nil || userID == registration.userID
      else { throw CloudFault.registrationNotFound }
      userID = registration.userID
    }
    parameters = try form.texts("parameters")
    translations = try form.translations()
    isProximityChecked = try form.flag("proximityCheckEnabled") ?? false
    activationFlag = try form.optional("activationFlag")
    type = try form.optional("operationType")
    data = form.document("data") == nil ? nil : try form.content("data")
    signatureTypes = try Self.factors(form)
    riskFlags = try form.optional("riskFlags")
    life = try form.number("expiresInSeconds", in: Self.lives).map { .seconds(Int($0)) }
    maxFailures = try form.number("maxFailures", in: Self.failures).map(Int.init)
    content = try Self.content(form)
    guard template != nil || content?.formData != nil || content?.isVerbatim == true else {
      throw CloudFault.invalid("template", nil, "must not be blank without formData")
    }
  }

  private static func template(
    _ form: CloudForm, _ templates: OperationTemplates
  ) throws -> OperationTemplate? {
    guard let name = try form.optional("template") else { return nil }
    guard let template = templates[name] else {
      let known = templates.names.joined(separator: ", ")
      throw CloudFault.invalid("template", .string(name), "must be one of \(known)")
    }
    return template
  }

  private static func factors(_ form: CloudForm) throws -> [Factors]? {
    let allowed = [Factors.possession, .possessionKnowledge, .possessionBiometry]
    return try form.list("signatureTypes").map { names in
      let factors = names.compactMap { name in allowed.first { $0.rawValue == name } }
      guard !factors.isEmpty, factors.count == names.count else {
        let known = allowed.map(\.rawValue).joined(separator: ", ")
        throw CloudFault.invalid(
          "signatureTypes", .array(names.map(JSONValue.string)), "must be some of \(known)")
      }
      return factors
    }
  }

  private static func content(_ form: CloudForm) throws -> OperationContent? {
    let content = OperationContent(
      formData: form.document("formData"), attributes: form.document("attributes"),
      ui: form.document("ui"), isVerbatim: try form.flag("verbatim") ?? false,
      document: form.document("document"), omitted: try form.list("omit") ?? [])
    guard !content.isVerbatim else { return content }
    guard content.document == nil, content.omitted.isEmpty else {
      throw CloudFault.invalid("verbatim", false, "must be true with document or omit")
    }
    try ContentRules.check(content)
    return .unlessEmpty(content)
  }
}

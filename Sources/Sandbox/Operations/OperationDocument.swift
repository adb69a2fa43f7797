import PowerAuth
import TokenModel

/// An operation as the token reads it.
enum OperationDocument {
  /// Nil when the bank has no texts for this type, and none of its own for this operation.
  static func json(
    _ operation: StoredOperation, _ templates: OperationTemplates, language: String
  ) -> JSONValue? {
    let texts = templates.texts(ofType: operation.type, language: language)
    guard texts != nil || operation.content != nil else { return nil }
    var members: [String: JSONValue] = [
      "id": .string(operation.id),
      "name": .string(operation.type),
      "data": .string(operation.data),
      "status": .string(operation.status.rawValue),
      "operationCreated": .string(ServerDate.text(operation.createdAt.date)),
      "operationExpires": .string(ServerDate.text(operation.expiresAt.date)),
      "allowedSignatureType": allowedSignature(operation.signatureTypes),
    ]
    members["formData"] = formData(operation, templates, language: language)
    members["statusReason"] = operation.statusReason.map(JSONValue.string)
    members["ui"] = ui(operation, texts, language)
    return operation.content?.changing(members) ?? .object(members)
  }

  /// The texts and rows: the operation's own ones, else those of its type; nil without either.
  static func formData(
    _ operation: StoredOperation, _ templates: OperationTemplates, language: String
  ) -> JSONValue? {
    let content = operation.content
    let texts = templates.texts(ofType: operation.type, language: language)
    let form =
      content?.formData(in: language)
      ?? texts.map { formData(operation, $0, language) }
    guard let rows = content?.attributes(in: language) else { return form }
    return form?.setting("attributes", to: rows)
  }

  /// Possession alone makes it an operation of one factor, whose variants stay empty.
  private static func allowedSignature(_ types: [Factors]) -> JSONValue {
    if types.contains(.possession) { return ["type": "1FA", "variants": []] }
    let variants = [Factors.possessionKnowledge, .possessionBiometry].filter(types.contains)
    return ["type": "2FA", "variants": .array(variants.map { .string($0.rawValue) })]
  }

  private static func formData(
    _ operation: StoredOperation, _ texts: OperationTexts, _ language: String
  ) -> JSONValue {
    let parameters = operation.parameters(in: language)
    let spoken = Language(rawValue: language) ?? .english
    var form: [String: JSONValue] = [
      "title": .string(Placeholders.replace(in: texts.title, by: parameters)),
      "message": .string(Placeholders.replace(in: texts.message, by: parameters)),
      "attributes": .array(
        texts.attributes.compactMap {
          AttributeDocument.json($0, parameters: parameters, language: spoken)
        }),
    ]
    form["resultTexts"] = texts.resultTexts.map { Placeholders.replace(in: $0, by: parameters) }
    return .object(form)
  }

  /// The operation's own ui, else what the texts say, else what the risk flags amount to.
  private static func ui(
    _ operation: StoredOperation, _ texts: OperationTexts?, _ language: String
  ) -> JSONValue? {
    if let ui = operation.content?.ui(in: language) {
      return operation.content?.isVerbatim == true ? ui : possible(ui, operation)
    }
    if let ui = texts?.ui, ui.object != nil {
      let filled = Placeholders.replace(
        in: possible(ui, operation), by: operation.parameters(in: language))
      // The places of the bank's templates name attributes, which the token fills in as they are shown.
      return ui["templates"].map { filled.setting("templates", to: $0) } ?? filled
    }
    guard !operation.riskFlags.isEmpty else { return nil }
    var members: [String: JSONValue] = [:]
    if operation.riskFlags.contains("X") { members["flipButtons"] = true }
    if operation.riskFlags.contains("C") { members["blockApprovalOnCall"] = true }
    if operation.riskFlags.contains("F") {
      members["preApprovalScreen"] = ["type": "WARNING", "approvalType": "SLIDER"]
    }
    return .object(members)
  }

  /// Without the screens that want a proximity code where none was made.
  private static func possible(_ ui: JSONValue, _ operation: StoredOperation) -> JSONValue {
    guard operation.proximitySeed == nil, var members = ui.object else { return ui }
    if isScan(members["preApprovalScreen"]) { members["preApprovalScreen"] = nil }
    if let screens = members["preApprovalScreens"]?.array {
      members["preApprovalScreens"] = .array(screens.filter { !isScan($0) })
    }
    return .object(members)
  }

  private static func isScan(_ screen: JSONValue?) -> Bool {
    screen?["type"]?.string == "QR_SCAN"
  }
}

extension OperationContent {
  /// The operation with what stands in place of its members, and without what is left out.
  fileprivate func changing(_ members: [String: JSONValue]) -> JSONValue {
    guard document == nil || document?.object != nil else { return document ?? .null }
    let changed = members.merging(document?.object ?? [:]) { _, new in new }
    return .object(changed.filter { !omitted.contains($0.key) })
  }
}

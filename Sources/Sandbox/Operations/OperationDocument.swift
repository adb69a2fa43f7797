import PowerAuth
import TokenModel

/// An operation as the token reads it.
enum OperationDocument {
  static func json(_ operation: StoredOperation, texts: OperationTexts, language: String)
    -> JSONValue
  {
    var members: [String: JSONValue] = [
      "id": .string(operation.id),
      "name": .string(operation.type),
      "data": .string(operation.data),
      "status": .string(operation.status.rawValue),
      "operationCreated": .string(ServerDate.text(operation.createdAt.date)),
      "operationExpires": .string(ServerDate.text(operation.expiresAt.date)),
      "allowedSignatureType": allowedSignature(operation.signatureTypes),
      "formData": formData(operation, texts, MoneyLanguage(language)),
    ]
    members["statusReason"] = operation.statusReason.map(JSONValue.string)
    members["ui"] = ui(operation, texts)
    return .object(members)
  }

  /// Possession alone makes it an operation of one factor, whose variants stay empty.
  private static func allowedSignature(_ types: [Factors]) -> JSONValue {
    if types.contains(.possession) { return ["type": "1FA", "variants": []] }
    let variants = [Factors.possessionKnowledge, .possessionBiometry].filter(types.contains)
    return ["type": "2FA", "variants": .array(variants.map { .string($0.rawValue) })]
  }

  private static func formData(
    _ operation: StoredOperation, _ texts: OperationTexts, _ language: MoneyLanguage
  ) -> JSONValue {
    let parameters = operation.parameters
    var form: [String: JSONValue] = [
      "title": .string(Placeholders.replace(in: texts.title, by: parameters)),
      "message": .string(Placeholders.replace(in: texts.message, by: parameters)),
      "attributes": .array(
        texts.attributes.compactMap {
          AttributeDocument.json($0, parameters: parameters, language: language)
        }),
    ]
    form["resultTexts"] = texts.resultTexts.map { Placeholders.replace(in: $0, by: parameters) }
    return .object(form)
  }

  /// What the texts say, else what the risk flags amount to; a screen that wants a proximity code is
  /// left out, since none was made.
  private static func ui(_ operation: StoredOperation, _ texts: OperationTexts) -> JSONValue? {
    if let ui = texts.ui, case .object(var members) = ui {
      if ui["preApprovalScreen"]?["type"]?.string == "QR_SCAN" {
        members["preApprovalScreen"] = nil
      }
      return Placeholders.replace(in: .object(members), by: operation.parameters)
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
}

import TokenModel
import TokenScreens

/// An offline operation in words for the command line; the same words as on the screens.
enum OfflineLines {
  /// What the bank wrote, who has signed it, what is signed, and what should be considered.
  static func full(_ operation: OfflineOperation, hash: String) -> [String] {
    let foreign =
      [OfflineWords.title(operation), operation.message].filter { !$0.isEmpty }
      + [""] + OfflineWords.rows(operation).flatMap(OperationLines.row)
    var lines = foreign.flatMap(OperationLines.behindBar)
    lines += ["", "✓ " + OfflineWords.signer(operation)]
    lines += OfflineWords.warnings(operation).map { "! " + $0 }
    if OfflineWords.isSuspicious(operation) {
      lines.append(say("output.text-hides-characters"))
    }
    return lines + [
      "", OperationLines.field(say("output.operation"), operation.id),
      OperationLines.field(say("output.signed-data"), operation.data),
      OperationLines.field("SHA-256", hash),
    ]
  }

  static func document(
    _ operation: OfflineOperation, hash: String, _ code: OfflineCode
  ) -> JSONValue {
    let fields = OfflineWords.rows(operation).map { row -> JSONValue in
      ["label": .string(row.label.singleLine), "value": .string(row.value.text)]
    }
    let signer =
      switch operation.signer {
      case .master: "master"
      case .personalized: "personalized"
      }
    return [
      "id": .string(operation.id), "title": .string(OfflineWords.title(operation)),
      "message": .string(operation.message), "fields": .array(fields),
      "signer": .string(signer), "isNewerFormat": .bool(operation.isNewerFormat),
      "dataSha256": .string(hash), "code": .string(code.reveal()),
      "unseenCodes": .number(.init(code.unseen)),
    ]
  }
}

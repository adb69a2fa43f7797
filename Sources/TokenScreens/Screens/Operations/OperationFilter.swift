import TokenModel

/// Which operations contain a text, without regard to case.
struct OperationFilter: Equatable, Sendable {
  var field = TextField()
  /// Places in the list, in its order.
  private(set) var matches: [Int] = []

  mutating func search(in operations: [UserOperation]) {
    let search = TextSearch(field.text)
    guard !search.isEmpty else {
      matches = Array(operations.indices)
      return
    }
    matches = operations.indices.filter { Self.contains(operations[$0], search) }
  }

  private static func contains(_ operation: UserOperation, _ search: TextSearch) -> Bool {
    search.isFound(in: operation.form.title) || search.isFound(in: operation.form.message)
      || operation.form.attributes.contains { attribute in
        search.isFound(in: attribute.label) || search.isFound(in: text(of: attribute))
      }
  }

  private static func text(of attribute: Attribute) -> String {
    switch attribute.content {
    case .amount(let money): money.text
    case .conversion(let source, let target, _): source.text + " " + target.text
    case .keyValue(let value): value
    case .note(let note): note
    case .alert(let alert): (alert.title ?? "") + " " + (alert.message ?? "")
    case .party(let party): party.name ?? ""
    case .heading, .image, .unknown: ""
    }
  }
}

import TokenModel

/// Which operations contain a text, without regard to case.
struct OperationFilter: Equatable, Sendable {
  var field = TextField()
  /// Places in the list, in its order.
  private(set) var matches: [Int] = []

  mutating func search(in operations: [UserOperation]) {
    let needle = Array(field.text.lowercased().utf8)
    guard !needle.isEmpty else {
      matches = Array(operations.indices)
      return
    }
    matches = operations.indices.filter { Self.contains(operations[$0], needle) }
  }

  private static func contains(_ operation: UserOperation, _ needle: [UInt8]) -> Bool {
    contains(operation.form.title, needle) || contains(operation.form.message, needle)
      || operation.form.attributes.contains { attribute in
        contains(attribute.label, needle) || contains(text(of: attribute), needle)
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

  private static func contains(_ text: String, _ needle: [UInt8]) -> Bool {
    let hay = Array(text.lowercased().utf8)
    guard hay.count >= needle.count else { return false }
    return (0...hay.count - needle.count).contains { start in
      hay[start] == needle[0] && hay[start..<start + needle.count].elementsEqual(needle)
    }
  }
}

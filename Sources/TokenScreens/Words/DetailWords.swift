import TokenModel

/// What the bank remembers of this activation, in rows.
enum DetailWords {
  /// Members with a label of our own, in the order of the page.
  private static let labels: [(String, Phrase)] = [
    ("activationName", Phrase("details.activation-name")),
    ("activationId", Phrase("details.activation-id")),
    ("platform", Phrase("details.platform")),
    ("deviceInfo", Phrase("details.device-info")),
    ("userId", Phrase("details.user-id")),
    ("applicationId", Phrase("details.application-id")),
  ]

  static func rows(_ detail: ActivationDetail) -> [(label: String, value: String)] {
    labels.compactMap { member, label in
      detail.source[member]?.string.map { (say(label), DisplayText($0).singleLine) }
    }
  }

  /// All that has no row of its own; nil when there is nothing.
  static func others(_ detail: ActivationDetail) -> JSONValue? {
    let known = Set(labels.map(\.0))
    let rest = (detail.source.object ?? [:]).filter {
      !known.contains($0.key) && $0.value != .null
    }
    return rest.isEmpty ? nil : .object(rest)
  }
}

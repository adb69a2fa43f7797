import FoundationEssentials

/// An amount as the bank formatted it; the number behind serves as a fallback and for checks.
public struct Money: Equatable, Sendable {
  /// Exact; nil when the server sent text only.
  public let number: Decimal?
  /// ISO 4217 code as sent.
  public let currency: String
  /// What to show: the server's full text, or amount and currency side by side.
  public let text: String

  /// Reads `amount`, `currency`, `amountFormatted`, `currencyFormatted` and `valueFormatted`, or
  /// the same with `prefix` (`sourceAmount`, …). Nil when neither number nor text is there.
  init?(_ json: JSONValue, prefix: String) {
    func member(_ name: String) -> JSONValue? {
      json[prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()]
    }
    number = member("amount")?.decimal
    let amount = member("amountFormatted")?.string ?? number?.description
    guard let amount else { return nil }
    currency = member("currency")?.string ?? ""
    let unit = member("currencyFormatted")?.string ?? currency
    text = member("valueFormatted")?.string ?? (unit.isEmpty ? amount : amount + " " + unit)
  }
}

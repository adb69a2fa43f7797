import FoundationEssentials

/// An amount as the bank formatted it; the number behind serves as a fallback and for checks.
///
/// New servers send a number and texts, old ones a number alone, and some only texts (Mobile Token
/// API, "Attributes"). What the server formatted is never touched.
public struct Money: Equatable, Sendable {
  /// Exact; nil when the server sent text only.
  public let number: Decimal?
  /// ISO 4217 code as sent; empty when there was none.
  public let currency: String
  private let amountFormatted: String?
  private let currencyFormatted: String?
  private let valueFormatted: String?

  /// Reads `amount`, `currency`, `amountFormatted`, `currencyFormatted` and `valueFormatted`, or
  /// the same with `prefix` (`sourceAmount`, …). Nil when neither number nor text is there.
  init?(_ json: JSONValue, prefix: String) {
    func member(_ name: String) -> JSONValue? {
      json[prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()]
    }
    /// A blank text says no more than none.
    func text(_ name: String) -> String? {
      member(name)?.string.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    let amount = member("amount")
    number = amount?.decimal ?? amount?.string.flatMap { ExactDecimal($0)?.number }
    amountFormatted = text("amountFormatted")
    valueFormatted = text("valueFormatted")
    guard number != nil || amountFormatted != nil || valueFormatted != nil else { return nil }
    currency = text("currency") ?? ""
    currencyFormatted = text("currencyFormatted")
  }

  /// What to show: the server's full text, else its parts side by side, and the number in the form of
  /// the present language where the server formatted none.
  public var text: String {
    if let valueFormatted { return valueFormatted }
    let unit = currencyFormatted ?? currency
    let amount = amountFormatted ?? ownAmount
    let gap = amountFormatted == nil ? ExactDecimal.noBreakSpace : " "
    return unit.isEmpty ? amount : amount + gap + unit
  }

  /// With the digits of the currency; empty without a number.
  private var ownAmount: String {
    number.flatMap { ExactDecimal($0) }?
      .text(in: .current, of: Currency(code: currency.uppercased())) ?? ""
  }
}

/// What a bank's word for the style of a cell or a section comes to here.
///
/// The words are agreed on by bank and application and stand in no specification (Mobile Token API,
/// section 8): the usual ones are known, in any case; all others change nothing. A tone is decoration,
/// and tells nothing that the words of the row do not tell.
enum RowTone: Equatable, Sendable {
  case positive, negative, warning, highlighted, money

  init?(_ style: String?) {
    switch style?.uppercased() {
    case "POSITIVE", "SUCCESS": self = .positive
    case "NEGATIVE", "ERROR", "DANGER": self = .negative
    case "WARNING": self = .warning
    case "HIGHLIGHT", "HIGHLIGHTED", "IMPORTANT", "BOLD": self = .highlighted
    case "MONEY", "AMOUNT", "CONVERSION": self = .money
    case _: return nil
    }
  }

  var style: Style {
    switch self {
    case .positive: Style(.success)
    case .negative: Style(.danger)
    case .warning: Style(.warning)
    case .highlighted: Style(.text, .bold)
    case .money: Style(.money, .bold)
    }
  }
}

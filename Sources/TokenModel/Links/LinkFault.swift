/// Why a text leads to no operation, or its code does not help.
public enum LinkFault: Error, Equatable, Sendable {
  /// Not UTF-8.
  case notText
  /// More characters than a QR code can hold.
  case tooLong(limit: Int)
  /// Neither a link nor the token that the bank's codes consist of.
  case unreadable
  /// A link or a token that names no operation.
  case noOperation
  /// It names the operation and carries no one-time password.
  case noCode
  /// It names another operation than the one that is to be approved.
  case otherOperation
  /// A one-time password typed by hand consists of digits, `ProximityCheck.mostDigits` at most.
  case codeFormat
}

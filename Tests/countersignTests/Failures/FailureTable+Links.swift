import TokenModel

/// What can be wrong with a link or a code, and with the code that went with an approval.
extension FailureTable {
  static let links = [
    row(.notText, "This is not a text."),
    row(.tooLong(limit: 4296), "The text is longer than a QR code can be: 4296 characters."),
    row(.unreadable, "This is neither a link to an operation nor the code of one."),
    row(.noOperation, "This link names no operation."),
    Row(
      .link(.noCode), 2, "link_without_code", "This names the operation, and carries no code."),
    Row(
      .link(.otherOperation), 1, "code_of_other_operation",
      "The code belongs to another operation."),
    Row(.link(.codeFormat), 2, "code_format", "The code consists of digits, 8 at most."),
    Row(
      .operation(.codeRefused), 3, "operation_refused", "The server refused the approval."),
  ]

  private static func row(_ fault: LinkFault, _ happened: String) -> Row {
    Row(.link(fault), 2, "link", happened)
  }
}

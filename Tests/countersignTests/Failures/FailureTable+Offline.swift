import TokenModel

/// What can be wrong with the text of an offline operation.
extension FailureTable {
  static let offline = [
    row(.notText, "This is not a text."),
    row(.tooLong(limit: 9), "The text is longer than a QR code can be: 9 characters."),
    row(.tooFewLines(3), "The text has 3 lines; one for approval has at least 7."),
    row(.noOperationID, "The first line, which names the operation, is empty."),
    row(.invalidSignature, "The last line holds no signature."),
    row(.invalidNonce, "The line before the last one is not 16 bytes in Base64."),
    row(.noOperationData, "The fourth line, with the operation's data, is empty."),
    row(.invalidVersion, "The operation's data do not begin with a version."),
    row(.invalidTemplate, "The operation's data do not say of which kind they are."),
    row(.tooManyFields(7), "The operation's data have 7 fields; six are allowed."),
    row(.invalidField(2), "Field 2 of the operation's data makes no sense."),
    row(.controlCharacter(line: 3), "Line 3 holds a control character."),
  ]

  private static func row(_ fault: OfflineFault, _ happened: String) -> Row {
    Row(.offline(fault), 2, "offline_text", happened)
  }
}

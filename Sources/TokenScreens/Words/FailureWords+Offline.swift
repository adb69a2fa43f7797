import TokenModel

/// Words about the texts of offline operations.
extension FailureWords {
  static func offline(_ fault: OfflineFault) -> FailureWords {
    let nothing = "Nothing of it is shown, and nothing was signed."
    let again = "Take the whole text of the code once more, from your bank's page."
    let happened =
      switch fault {
      case .notText: "This is not a text."
      case .tooLong(let limit): "The text is longer than a QR code can be: \(limit) characters."
      case .tooFewLines(let count):
        "The text has \(TimeWords.counted(count, "line")); one for approval has at least "
          + "\(OfflineOperation.minimumLines)."
      case .noOperationID: "The first line, which names the operation, is empty."
      case .invalidSignature: "The last line holds no signature."
      case .invalidNonce: "The line before the last one is not 16 bytes in Base64."
      case .noOperationData: "The fourth line, with the operation's data, is empty."
      case .invalidVersion: "The operation's data do not begin with a version."
      case .invalidTemplate: "The operation's data do not say of which kind they are."
      case .tooManyFields(let count): "The operation's data have \(count) fields; six are allowed."
      case .invalidField(let number): "Field \(number) of the operation's data makes no sense."
      case .controlCharacter(let line): "Line \(line) holds a control character."
      }
    return FailureWords(happened, nothing, again)
  }
}

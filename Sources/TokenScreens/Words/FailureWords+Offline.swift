import TokenModel

/// Words about the texts of offline operations.
extension FailureWords {
  static func offline(_ fault: OfflineFault) -> FailureWords {
    let nothing = say("failures-offline.nothing")
    let again = say("failures-offline.again")
    let happened =
      switch fault {
      case .notText: say("failures-offline.not-text")
      case .tooLong(let limit): say("failures-offline.too-long", ["limit": String(limit)])
      case .tooFewLines(let count):
        say(
          "failures-offline.few-lines", count: count,
          ["minimum": String(OfflineOperation.minimumLines)])
      case .noOperationID: say("failures-offline.no-id")
      case .invalidSignature: say("failures-offline.signature")
      case .invalidNonce: say("failures-offline.nonce")
      case .noOperationData: say("failures-offline.no-data")
      case .invalidVersion: say("failures-offline.version")
      case .invalidTemplate: say("failures-offline.template")
      case .tooManyFields(let count): say("failures-offline.many-fields", ["count": String(count)])
      case .invalidField(let number): say("failures-offline.field", ["number": String(number)])
      case .controlCharacter(let line): say("failures-offline.control", ["line": String(line)])
      }
    return FailureWords(happened, nothing, again)
  }
}

import TokenModel

/// Words about a certificate that is not the pinned one: never a way around it.
extension FailureWords {
  static func notPinned(_ host: String, _ refusal: PinRefusal) -> FailureWords {
    let host = DisplayText(host).singleLine
    switch refusal.reason {
    case .differs(let isListed):
      return FailureWords(
        say("pinning.differs", ["host": host]), say("pinning.means-differs"),
        isListed ? say("pinning.next-list") : say("pinning.next-fixed"))
    case .unexpectedName:
      let name = refusal.name.map { DisplayText($0).singleLine } ?? say("pinning.unnamed")
      return FailureWords(
        say("pinning.unexpected-name", ["host": host, "name": name]), say("pinning.means-name"),
        say("pinning.next-name"))
    case .issuersOnly:
      return FailureWords(
        say("pinning.issuers-only", ["host": host]), say("pinning.means-issuers"),
        say("pinning.next-issuers"))
    case .notListed(let update):
      return notListed(say("pinning.not-listed", ["host": host]), update)
    case .noCertificate:
      return FailureWords(
        say("pinning.no-certificate", ["host": host]), say("pinning.means-plain"),
        say("pinning.next-plain"))
    }
  }

  private static func notListed(_ happened: String, _ update: PinUpdate) -> FailureWords {
    switch update {
    case .ok:
      FailureWords(happened, say("pinning.means-missing"), say("pinning.next-list"))
    case .storeIsEmpty:
      FailureWords(happened, say("pinning.means-empty"), say("pinning.next-list"))
    case .networkError:
      FailureWords(happened, say("pinning.means-network"), say("pinning.next-fetch"))
    case .invalidData:
      FailureWords(happened, say("pinning.means-data"), say("pinning.next-key"))
    case .invalidSignature:
      FailureWords(happened, say("pinning.means-signature"), say("pinning.next-key"))
    }
  }
}

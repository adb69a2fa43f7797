import Testing
import TokenModel

@testable import TokenScreens

/// Every failure in words: what happened, what it means, what to do.
@Suite struct FailureWordsTests {
  static let network: [NetworkFault] = [
    .timeOut(seconds: 20), .unreachable(host: "bank.example", reason: "No route"),
    .tls(host: "bank.example", reason: "certificate expired"), .connectionLost,
    .answerTooLarge(limit: 1_048_576), .redirected(status: 302),
    .unusableAnswer(.notJSON(status: 502)), .insecureAddress("http://bank.example"), .canceled,
  ]

  static let pinning: [TokenFailure] =
    ([
      .differs(isListed: true), .differs(isListed: false), .unexpectedName, .issuersOnly,
      .noCertificate,
    ] + PinUpdate.allCases.map(PinRefusal.Reason.notListed)).map { reason in
      .network(
        .notPinned(
          host: "bank.example",
          PinRefusal(name: "bank.example", fingerprint: "00", reason: reason)))
    }

  static let answers: [AnswerFault] = [
    .notJSON(status: 200), .wrongContentType("text/html"), .missing(member: "status"),
    .protection, .serverTime,
  ]

  static let storage: [StorageFault] = [
    .directoryMissing(path: "/s", reason: "denied"), .notWritable(path: "/s", reason: "read-only"),
    .openPermissions(path: "/s", mode: "0755", mend: "chmod 0700 /s"), .keyMissing(path: "/k"),
    .databaseMissing(path: "/d", key: "/k"), .keyDoesNotFit(database: "/d", key: "/k"),
    .damaged(path: "/d", reason: "not a database"), .newerSchema(path: "/d"), .full(path: "/d"),
  ]

  static let device: [TokenFailure] = [
    .noActivation, .alreadyActivated, .activationCode(.incomplete(found: 19)),
    .activationCode(.foreignCharacter("8", at: 3)), .activationCode(.groupsWithoutDashes),
    .activationCode(.checksum), .activationCode(.signatureFormat), .foreignActivationCode,
    .pinTooShort, .pinUnchanged, .tooLong(field: .deviceName, limit: 255),
    .tooLong(field: .otp, limit: 255),
    .tooLong(field: .reason, limit: 255), .busy(holder: 4711), .busy(holder: nil),
  ]

  static let verdicts: [TokenFailure] = [
    .activationRefused(otpSent: true), .activationRefused(otpSent: false),
    .wrongPIN(attemptsLeft: 4), .wrongPIN(attemptsLeft: 1), .wrongPIN(attemptsLeft: 0),
    .wrongPIN(attemptsLeft: nil), .signatureRefused(attemptsLeft: nil), .waitingForCommit,
    .blocked, .removed, .deadlocked(server: .active), .operation(.alreadyFinished),
    .operation(.alreadyFailed), .operation(.alreadyCanceled), .operation(.expired),
    .operation(.notAvailable), .operation(.refused), .operation(.codeRefused),
    .operation(.needsActivationFlag),
    .approvalClosed(.proximityCheck), .approvalClosed(.noUsableFactors(variants: [])),
    .approvalClosed(.noUsableFactors(variants: ["possession_biometry"])),
    .approvalClosed(.notPending(.approved)), .dataMismatch(expected: "aa", actual: "bb"),
    .refused(.init(status: 400, code: "ERR_SECURE_VAULT", message: "no")),
    .refused(.init(status: 503, code: "", message: "")), .inbox(.unavailable),
    .inbox(.messageUnavailable),
  ]

  static let biometry: [BiometryFault] = [
    .notSetUp, .alreadySetUp, .unavailable(provider: "desktop", reason: "no keyring"), .canceled,
    .notRecognized, .keyLost(provider: "desktop"), .keyMismatch,
  ]

  static let signIn: [OIDCFault] = [
    .notOffered, .stateMismatch, .denied("access_denied"), .invalidRedirect,
    .portTaken(8765, reason: "in use"), .timedOut, .canceled,
  ]

  static let states: [PortableStateFault] = [
    .notAState, .unsupportedVersion(7), .truncated, .trailingBytes(1), .noActivation,
    .wrongPassphrase, .damagedKeys,
  ]

  static let entries: [TokenFailure] = [
    .pukFormat, .noCredentials, .emptyAttribute(name: "user"), .noRecoveryCode, .upgradePending,
    .noToken(named: "shop"), .recoveryRefused(nextPUK: 2), .recoveryRefused(nextPUK: nil),
    .biometryRefused(attemptsLeft: 4), .forgedData, .externalKey(.required),
    .externalKey(.notInUse), .externalKey(.alreadyInUse), .externalKey(.wrongLength(17)),
    .tooLong(field: .extras, limit: 4000), .tooLong(field: .attributes, limit: 65_536),
    .tooLong(field: .tokenName, limit: 255),
  ]

  static let lacking = Capability.allCases.map {
    TokenFailure.serverCannot($0, .init(status: 404, code: "", message: ""))
  }

  static let links: [LinkFault] = [
    .notText, .tooLong(limit: 4296), .unreadable, .noOperation, .noCode, .otherOperation,
    .codeFormat,
  ]

  static let new =
    links.map(TokenFailure.link) + entries + lacking + biometry.map(TokenFailure.biometry)
    + signIn.map(TokenFailure.oidc)
    + states.map(TokenFailure.portableState)

  static let all =
    new + device + verdicts + storage.map(TokenFailure.storage) + network.map(TokenFailure.network)
    + network.map(TokenFailure.outcomeUnknown) + network.map(TokenFailure.activationOutcomeUnknown)
    + answers.map(TokenFailure.untrustedAnswer) + pinning

  @Test(arguments: all)
  func `each failure says what happened, what it means and what to do`(failure: TokenFailure) {
    let words = FailureWords(failure)
    for sentence in [words.happened, words.means, words.next] {
      #expect(!sentence.isEmpty)
      #expect(!sentence.contains("!"))
    }
    #expect(words.happened.hasSuffix("."))
  }

  @Test func `no two failures of one kind have the same words`() {
    let words = Self.storage.map { FailureWords(.storage($0)).happened }
    #expect(Set(words).count == words.count)
    for kind in [
      Self.biometry.map(TokenFailure.biometry), Self.signIn.map(TokenFailure.oidc),
      Self.states.map(TokenFailure.portableState), Self.lacking, Self.links.map(TokenFailure.link),
    ] {
      #expect(Set(kind.map { FailureWords($0).happened }).count == kind.count)
    }
    let roads = Self.network.map { FailureWords(.network($0)).happened }
    #expect(Set(roads).count == roads.count)
  }

  @Test(arguments: [
    (TokenFailure.wrongPIN(attemptsLeft: 4), "4 attempts left, then the bank blocks this device."),
    (.wrongPIN(attemptsLeft: 1), "1 attempt left. If it fails, the bank blocks this device."),
    (.busy(holder: 4711), "4711"),
    (.storage(.openPermissions(path: "/s", mode: "0755", mend: "chmod 0700 /s")), "chmod 0700 /s"),
    (.activationRefused(otpSent: false), "one-time password"),
    (.outcomeUnknown(.connectionLost), "may or may not"),
    (.activationCode(.foreignCharacter("8", at: 3)), "character 3"),
  ])
  func `the words carry what the failure knows`(failure: TokenFailure, part: String) {
    let words = FailureWords(failure)
    #expect([words.happened, words.means, words.next].joined(separator: " ").contains(part))
  }

  @Test(arguments: [
    (
      FailureContext.activation(.custom(["user": "jane"])),
      TokenFailure.activationRefused(otpSent: false), "What you entered is wrong"
    ),
    (.activation(.oidc(.home)), .activationRefused(otpSent: false), "The sign-in is too old"),
    (.recoveryCode, .activationCode(.incomplete(found: 3)), "The recovery code has 3 characters"),
    (.recoveryConfirmation, .recoveryRefused(nextPUK: nil), "The PUK has no part in this."),
    (.masterSignature, .forgedData, "--by personal"),
    (.masterSignature, .network(.connectionLost), "connection was lost"),
    (.link, .operation(.notAvailable), "There is no such operation for you."),
    (.link, .operation(.expired), "Nothing is left to decide."),
    (.link, .network(.connectionLost), "connection was lost"),
  ])
  func `what was asked for chooses the words`(
    context: FailureContext, failure: TokenFailure, part: String
  ) {
    let words = FailureWords(failure, in: context)
    let text = [words.happened, words.means, words.next].joined(separator: " ")
    #expect(text.contains(part))
    #expect(!text.contains("one-time password") && !text.contains("activation code"))
  }

  @Test func `only a decision is called one when nobody knows what became of it`() {
    let lost = TokenFailure.outcomeUnknown(.connectionLost)
    let decision = FailureWords(lost, in: .decision)
    #expect(decision.means.contains("Your decision"))
    #expect(decision.next.contains("operation"))
    #expect(!FailureWords(lost).means.contains("decision"))
    #expect(!FailureWords(lost).next.contains("operation"))
    #expect(FailureWords(.blocked, in: .decision) == FailureWords(.blocked))
  }

  @Test func `a server's words cannot steer the terminal`() {
    let words = FailureWords(
      .refused(.init(status: 400, code: "E\u{1B}[2J", message: "\u{202E}reversed")))
    let text = words.happened + words.means
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }
}

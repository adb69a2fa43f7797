/// The limits of a PowerAuth server with its default settings.
enum ServerRules {
  /// From the creation of a registration to its commit.
  static let registrationLife: Milliseconds = .minutes(5)
  /// Failures of knowledge or biometry, and of an activation's one-time password.
  static let maxFailedAttempts = 5
  /// Counters that a signature may be ahead, half open.
  static let lookAhead = 20
  /// Of a temporary encryption key.
  static let temporaryKeyLife: Milliseconds = .minutes(5)
  /// How long an encrypted request is remembered, and how far ahead its timestamp may be.
  static let replayWindow: Milliseconds = .seconds(60)
  /// A token header's age, and how far ahead it may be.
  static let tokenAge: Milliseconds = .minutes(120)
  static let tokenLead: Milliseconds = .minutes(30)
  /// Operations that one answer lists.
  static let operationListLimit = 100
  /// Characters of names, identifiers, platform, device information and one-time passwords.
  static let textLimit = 255
  /// Characters of an activation's extras.
  static let extrasLimit = 4000
  /// PUKs of one postcard.
  static let pukLimit = 100
  /// Wrong PUKs in a row that block a recovery code.
  static let maxWrongPUKs = 5
  /// Messages that one page may have.
  static let inboxPageLimit = 1000
  /// Characters of a message's body.
  static let messageLimit = 65_536
  /// Of an authorization code of the OpenID provider.
  static let signInLife: Milliseconds = .minutes(5)
  /// Why an activation is blocked after too many failures.
  static let blockedByFailures = "MAX_FAILED_ATTEMPTS"
  static let blockedWithoutReason = "NOT_SPECIFIED"
}

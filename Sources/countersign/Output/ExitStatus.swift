import TokenModel

/// Exit codes of the command line, documented in `docs/command-line.md`.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failed = 1
  /// Wrong arguments or a wrong configuration; nothing was done.
  case usage = 2
  /// The server said no: wrong PIN, the operation's state changed.
  case refused = 3
  case noActivation = 4
  case network = 5
  /// The activation is blocked, removed or beyond repair.
  case inactive = 6
  case storage = 7
  /// The request may or may not have been carried out.
  case outcomeUnknown = 8
}

extension ExitStatus {
  init(_ failure: TokenFailure) {
    switch failure {
    case .noActivation: self = .noActivation
    case .alreadyActivated, .foreignActivationCode, .dataMismatch, .untrustedAnswer, .forgedData,
      .biometry, .noRecoveryCode, .upgradePending, .noToken, .push(.alreadyRegistering):
      self = .failed
    case .activationCode, .pinTooShort, .pinUnchanged, .tooLong, .pukFormat, .noCredentials,
      .emptyAttribute, .offline:
      self = .usage
    case .link(.otherOperation): self = .failed
    case .link: self = .usage
    case .picture(let fault): self = Self.of(fault)
    case .externalKey(let fault): self = Self.of(fault)
    case .portableState(let fault): self = Self.of(fault)
    case .oidc(let fault): self = Self.of(fault)
    case .storage, .busy: self = .storage
    case .activationRefused, .recoveryRefused, .serverCannot, .biometryRefused, .wrongPIN,
      .signatureRefused, .waitingForCommit, .operation, .inbox, .push(.registrationFailed),
      .push(.notAccepted), .refused:
      self = .refused
    case .approvalClosed(.notPending): self = .refused
    case .approvalClosed(.proximityCheck), .approvalClosed(.noUsableFactors): self = .failed
    case .blocked, .removed, .deadlocked: self = .inactive
    case .network: self = .network
    case .outcomeUnknown, .activationOutcomeUnknown: self = .outcomeUnknown
    }
  }

  private static func of(_ fault: ExternalKeyFault) -> ExitStatus {
    switch fault {
    case .wrongLength: .usage
    case .required, .notInUse, .alreadyInUse, .wrongKey: .failed
    }
  }

  /// A file that is no session is a wrong argument; one that does not open is not.
  private static func of(_ fault: PortableStateFault) -> ExitStatus {
    switch fault {
    case .notAState, .unsupportedVersion, .truncated, .trailingBytes, .noActivation: .usage
    case .wrongPassphrase, .damagedKeys: .failed
    }
  }

  /// What was given cannot be used, the bank's server has nothing, or this machine lacks something.
  private static func of(_ fault: PictureFault) -> ExitStatus {
    switch fault {
    case .unsupportedKind, .damaged, .tooLarge, .tooManyPixels, .forbidden, .insecureAddress,
      .unreadable:
      .usage
    case .noSuchPicture, .redirected: .refused
    case .missingTool, .notConfined, .notDecoded, .toolTooSlow, .noCode, .emptyClipboard,
      .noDesktop, .noScreenGrab, .canceled:
      .failed
    }
  }

  private static func of(_ fault: OIDCFault) -> ExitStatus {
    switch fault {
    case .notOffered: .usage
    case .denied: .refused
    case .stateMismatch, .invalidRedirect, .timedOut, .canceled, .portTaken: .failed
    }
  }
}

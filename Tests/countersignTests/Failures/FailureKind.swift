import TokenModel

/// Every failure that has words of its own.
///
/// A failure that is new in `TokenModel` does not compile here until it has a kind, and a kind without
/// a row in `FailureTable` fails a test.
enum FailureKind: String, CaseIterable {
  case noActivation, alreadyActivated, foreignActivationCode, pinTooShort, pinUnchanged, pukFormat
  case noCredentials, emptyAttribute, noRecoveryCode, upgradePending, noToken, tooLong, busy
  case codeIncomplete, codeCharacter, codeDashes, codeChecksum, codeSignature
  case biometryNotSetUp, biometryAlreadySetUp, biometryUnavailable, biometryCanceled
  case biometryNotRecognized, biometryKeyLost, biometryKeyMismatch
  case externalKeyRequired, externalKeyNotInUse, externalKeyAlreadyInUse, externalKeyWrongLength
  case externalKeyWrong
  case stateNotAState, stateUnsupportedVersion, stateTruncated, stateTrailingBytes
  case stateNoActivation, stateWrongPassphrase, stateDamagedKeys
  case oidcNotOffered, oidcStateMismatch, oidcDenied, oidcInvalidRedirect, oidcTimedOut
  case oidcCanceled, oidcPortTaken
  case offlineNotText, offlineTooLong, offlineTooFewLines, offlineNoOperationID
  case offlineInvalidSignature, offlineInvalidNonce, offlineNoOperationData
  case offlineInvalidVersion, offlineInvalidTemplate, offlineTooManyFields
  case offlineInvalidField, offlineControlCharacter
  case linkNotText, linkTooLong, linkUnreadable, linkNoOperation, linkNoCode, linkOtherOperation
  case linkCodeFormat, codeRefused
  case pictureUnsupportedKind, pictureDamaged, pictureTooLarge, pictureTooManyPixels
  case pictureForbidden, pictureInsecureAddress, pictureNotThere, pictureRedirected
  case pictureUnreadable, missingTool, notConfined, pictureNotDecoded, toolTooSlow
  case noCode, emptyClipboard, noDesktop, noScreenGrab, pictureCanceled
  case directoryMissing, notWritable, openPermissions, keyMissing, databaseMissing
  case keyDoesNotFit, damaged, newerSchema, full
  case activationRefused, recoveryRefused, serverCannot, biometryRefused, wrongPIN
  case signatureRefused, waitingForCommit, blocked, removed, deadlocked
  case alreadyFinished, alreadyFailed, alreadyCanceled, expired, notAvailable, operationRefused
  case pushAlreadyRegistering, pushRegistrationFailed, pushNotAccepted
  case needsActivationFlag, inboxUnavailable, messageUnavailable, proximityCheck, noUsableFactors,
    notPending, dataMismatch
  case timeOut, unreachable, tls, notPinned, connectionLost, answerTooLarge, redirected
  case unusableAnswer
  case serverProblem, insecureAddress, canceled
  case outcomeUnknown, activationOutcomeUnknown
  case notJSON, wrongContentType, missing, protection, serverTime, forgedData, refused
}

extension FailureKind {
  init(_ failure: TokenFailure) {
    self =
      switch failure {
      case .noActivation: .noActivation
      case .alreadyActivated: .alreadyActivated
      case .activationCode(let fault): Self.of(fault)
      case .foreignActivationCode: .foreignActivationCode
      case .pinTooShort: .pinTooShort
      case .pinUnchanged: .pinUnchanged
      case .pukFormat: .pukFormat
      case .noCredentials: .noCredentials
      case .emptyAttribute: .emptyAttribute
      case .biometry(let fault): Self.of(fault)
      case .externalKey(let fault): Self.of(fault)
      case .portableState(let fault): Self.of(fault)
      case .oidc(let fault): Self.of(fault)
      case .offline(let fault): Self.of(fault)
      case .link(let fault): Self.of(fault)
      case .picture(let fault): Self.of(fault)
      case .noRecoveryCode: .noRecoveryCode
      case .upgradePending: .upgradePending
      case .noToken: .noToken
      case .tooLong: .tooLong
      case .storage(let fault): Self.of(fault)
      case .busy: .busy
      case .activationRefused: .activationRefused
      case .recoveryRefused: .recoveryRefused
      case .serverCannot: .serverCannot
      case .biometryRefused: .biometryRefused
      case .wrongPIN: .wrongPIN
      case .signatureRefused: .signatureRefused
      case .waitingForCommit: .waitingForCommit
      case .blocked: .blocked
      case .removed: .removed
      case .deadlocked: .deadlocked
      case .operation(let fault): Self.of(fault)
      case .inbox(let fault): Self.of(fault)
      case .push(let fault): Self.of(fault)
      case .approvalClosed(let obstacle): Self.of(obstacle)
      case .dataMismatch: .dataMismatch
      case .network(let fault): Self.of(fault)
      case .outcomeUnknown: .outcomeUnknown
      case .activationOutcomeUnknown: .activationOutcomeUnknown
      case .untrustedAnswer(let fault): Self.of(fault)
      case .forgedData: .forgedData
      case .refused: .refused
      }
  }

  private static func of(_ fault: ActivationCode.Fault) -> FailureKind {
    switch fault {
    case .incomplete: .codeIncomplete
    case .foreignCharacter: .codeCharacter
    case .groupsWithoutDashes: .codeDashes
    case .checksum: .codeChecksum
    case .signatureFormat: .codeSignature
    }
  }

  private static func of(_ fault: BiometryFault) -> FailureKind {
    switch fault {
    case .notSetUp: .biometryNotSetUp
    case .alreadySetUp: .biometryAlreadySetUp
    case .unavailable: .biometryUnavailable
    case .canceled: .biometryCanceled
    case .notRecognized: .biometryNotRecognized
    case .keyLost: .biometryKeyLost
    case .keyMismatch: .biometryKeyMismatch
    }
  }

  private static func of(_ fault: ExternalKeyFault) -> FailureKind {
    switch fault {
    case .required: .externalKeyRequired
    case .notInUse: .externalKeyNotInUse
    case .alreadyInUse: .externalKeyAlreadyInUse
    case .wrongLength: .externalKeyWrongLength
    case .wrongKey: .externalKeyWrong
    }
  }

  private static func of(_ fault: PortableStateFault) -> FailureKind {
    switch fault {
    case .notAState: .stateNotAState
    case .unsupportedVersion: .stateUnsupportedVersion
    case .truncated: .stateTruncated
    case .trailingBytes: .stateTrailingBytes
    case .noActivation: .stateNoActivation
    case .wrongPassphrase: .stateWrongPassphrase
    case .damagedKeys: .stateDamagedKeys
    }
  }

  private static func of(_ fault: OIDCFault) -> FailureKind {
    switch fault {
    case .notOffered: .oidcNotOffered
    case .stateMismatch: .oidcStateMismatch
    case .denied: .oidcDenied
    case .invalidRedirect: .oidcInvalidRedirect
    case .timedOut: .oidcTimedOut
    case .canceled: .oidcCanceled
    case .portTaken: .oidcPortTaken
    }
  }

  private static func of(_ fault: LinkFault) -> FailureKind {
    switch fault {
    case .notText: .linkNotText
    case .tooLong: .linkTooLong
    case .unreadable: .linkUnreadable
    case .noOperation: .linkNoOperation
    case .noCode: .linkNoCode
    case .otherOperation: .linkOtherOperation
    case .codeFormat: .linkCodeFormat
    }
  }

  private static func of(_ fault: OfflineFault) -> FailureKind {
    switch fault {
    case .notText: .offlineNotText
    case .tooLong: .offlineTooLong
    case .tooFewLines: .offlineTooFewLines
    case .noOperationID: .offlineNoOperationID
    case .invalidSignature: .offlineInvalidSignature
    case .invalidNonce: .offlineInvalidNonce
    case .noOperationData: .offlineNoOperationData
    case .invalidVersion: .offlineInvalidVersion
    case .invalidTemplate: .offlineInvalidTemplate
    case .tooManyFields: .offlineTooManyFields
    case .invalidField: .offlineInvalidField
    case .controlCharacter: .offlineControlCharacter
    }
  }

  private static func of(_ fault: StorageFault) -> FailureKind {
    switch fault {
    case .directoryMissing: .directoryMissing
    case .notWritable: .notWritable
    case .openPermissions: .openPermissions
    case .keyMissing: .keyMissing
    case .databaseMissing: .databaseMissing
    case .keyDoesNotFit: .keyDoesNotFit
    case .damaged: .damaged
    case .newerSchema: .newerSchema
    case .full: .full
    }
  }

  private static func of(_ fault: OperationFault) -> FailureKind {
    switch fault {
    case .alreadyFinished: .alreadyFinished
    case .alreadyFailed: .alreadyFailed
    case .alreadyCanceled: .alreadyCanceled
    case .expired: .expired
    case .notAvailable: .notAvailable
    case .refused: .operationRefused
    case .codeRefused: .codeRefused
    case .needsActivationFlag: .needsActivationFlag
    }
  }

  private static func of(_ fault: InboxFault) -> FailureKind {
    switch fault {
    case .unavailable: .inboxUnavailable
    case .messageUnavailable: .messageUnavailable
    }
  }

  private static func of(_ fault: PushFault) -> FailureKind {
    switch fault {
    case .alreadyRegistering: .pushAlreadyRegistering
    case .registrationFailed: .pushRegistrationFailed
    case .notAccepted: .pushNotAccepted
    }
  }

  private static func of(_ obstacle: ApprovalObstacle) -> FailureKind {
    switch obstacle {
    case .proximityCheck: .proximityCheck
    case .noUsableFactors: .noUsableFactors
    case .notPending: .notPending
    }
  }

  private static func of(_ fault: NetworkFault) -> FailureKind {
    switch fault {
    case .timeOut: .timeOut
    case .unreachable: .unreachable
    case .tls: .tls
    case .notPinned: .notPinned
    case .connectionLost: .connectionLost
    case .answerTooLarge: .answerTooLarge
    case .redirected: .redirected
    case .unusableAnswer: .unusableAnswer
    case .serverProblem: .serverProblem
    case .insecureAddress: .insecureAddress
    case .canceled: .canceled
    }
  }

  private static func of(_ fault: AnswerFault) -> FailureKind {
    switch fault {
    case .notJSON: .notJSON
    case .wrongContentType: .wrongContentType
    case .missing: .missing
    case .protection: .protection
    case .serverTime: .serverTime
    }
  }
}

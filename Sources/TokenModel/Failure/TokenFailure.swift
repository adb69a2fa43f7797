/// Everything that can go wrong for the user, as values; the words live in one place elsewhere.
///
/// A failure holds no secret and no operation data.
public enum TokenFailure: Error, Equatable, Sendable {
  // This device
  case noActivation
  case alreadyActivated
  case activationCode(ActivationCode.Fault)
  /// The code's signature is not the bank's: a forged or foreign code.
  case foreignActivationCode
  case pinTooShort
  /// The PIN that was chosen is the one of today.
  case pinUnchanged
  /// A PUK is ten digits.
  case pukFormat
  /// A custom activation without any credential.
  case noCredentials
  /// A value that must not be empty, by its name.
  case emptyAttribute(name: String)
  case biometry(BiometryFault)
  case externalKey(ExternalKeyFault)
  case portableState(PortableStateFault)
  case oidc(OIDCFault)
  /// This activation was made without recovery codes.
  case noRecoveryCode
  /// The activation speaks protocol 2 until the server has taken part in the upgrade.
  case upgradePending
  /// No such token here.
  case noToken(named: String)
  /// The text is not that of an offline operation.
  case offline(OfflineFault)
  /// The text leads to no operation, or its one-time password does not help with this one.
  case link(LinkFault)
  /// There is no picture, or no code in it.
  case picture(PictureFault)
  /// The value breaks a limit of the server (name, OTP: 255 characters; extras: 4,000).
  case tooLong(field: Field, limit: Int)
  case storage(StorageFault)
  /// Another process of this user holds the signing lock for longer than 25 s.
  case busy(holder: Int32?)

  // The server's verdict on the activation
  /// `mayNeedOTP`: nothing was sent as OTP, or the OTP may be what was refused.
  case activationRefused(otpSent: Bool)
  /// The recovery code or its PUK is wrong; the PUK that the server wants next, counted from 1.
  case recoveryRefused(nextPUK: Int?)
  /// The server does not offer this, or refuses it to this activation.
  case serverCannot(Capability, ServerRefusal)
  /// The fingerprint was not the right one, and the server counted it.
  case biometryRefused(attemptsLeft: Int?)
  /// The PIN was wrong; nil while the server could not be asked how many tries remain.
  case wrongPIN(attemptsLeft: Int?)
  /// The server refused a signature made without a PIN.
  case signatureRefused(attemptsLeft: Int?)
  case waitingForCommit
  case blocked
  case removed
  /// Counters are too far apart: only removal and a new activation help.
  case deadlocked(server: ActivationState)

  // The server's verdict on an operation
  case operation(OperationFault)
  /// The bank's inbox is there and does not do what was asked.
  case inbox(InboxFault)
  /// The bank does not send its push messages here.
  case push(PushFault)
  /// Approving is closed on this token, before anything was signed.
  case approvalClosed(ApprovalObstacle)
  /// SHA-256 of `data`, hexadecimal, is not what the caller expected.
  case dataMismatch(expected: String, actual: String)

  // Between us and the server
  case network(NetworkFault)
  /// The request may or may not have been carried out.
  case outcomeUnknown(NetworkFault)
  /// The same for an activation: the code may be used up, and the server may count a device that
  /// does not exist.
  case activationOutcomeUnknown(NetworkFault)
  /// The answer is not what the protocol allows, or its protection does not hold.
  case untrustedAnswer(AnswerFault)
  /// Data that claim to be signed by the server are not.
  case forgedData
  case refused(ServerRefusal)

  public enum Field: String, Sendable {
    case deviceName, otp, reason, extras, attributes, tokenName
  }
}

/// What became of an operation before our decision arrived.
public enum OperationFault: Equatable, Sendable {
  case alreadyFinished, alreadyFailed, alreadyCanceled, expired
  /// Unknown, claimed by somebody else, or changed under our hands.
  case notAvailable
  /// The server compared factor, data or one-time password and refused (`OPERATION_FAILED`).
  case refused
  /// The same for an approval that a proximity check went with: its code is too old, most likely.
  case codeRefused
  /// The operation wants an activation with a flag that this one lacks.
  case needsActivationFlag
}

/// What the inbox could not do (`INBOX_FAILED`).
public enum InboxFault: Equatable, Sendable {
  /// Its store does not answer.
  case unavailable
  /// The message is unknown or somebody else's; or the store does not answer.
  case messageUnavailable
}

/// Why this token keeps the approve key closed.
public enum ApprovalObstacle: Equatable, Sendable {
  /// The bank wants a code scanned from its page first.
  case proximityCheck
  /// None of the allowed factor combinations is one that this token has.
  case noUsableFactors(variants: [String])
  /// The operation is no longer pending.
  case notPending(OperationStatus)
}

/// Trouble on the way to the server and back.
public enum NetworkFault: Error, Equatable, Sendable {
  case timeOut(seconds: Int)
  case unreachable(host: String, reason: String)
  /// Certificate or handshake.
  case tls(host: String, reason: String)
  /// The certificate is none of those that are pinned for this server; nothing was sent.
  case notPinned(host: String, PinRefusal)
  case connectionLost
  case answerTooLarge(limit: Int)
  case redirected(status: Int)
  /// Something arrived that cannot be believed: a gateway's page, garbage, a broken protection.
  case unusableAnswer(AnswerFault)
  /// The server, or a gateway before it, broke down over the request; `code` may be empty.
  case serverProblem(status: Int, code: String)
  case insecureAddress(String)
  case canceled
}

/// An answer that we must not believe.
public enum AnswerFault: Equatable, Sendable {
  case notJSON(status: Int)
  case wrongContentType(String)
  case missing(member: String)
  /// Decryption, MAC or signature check failed; deliberately without more detail.
  case protection
  case serverTime
}

/// An error answer of the server that has no meaning of its own here.
public struct ServerRefusal: Equatable, Sendable {
  public let status: Int
  /// Such as `ERR_SECURE_VAULT`; empty when the answer held none.
  public let code: String
  /// The server's developer English; to be shown only through `DisplayText`.
  public let message: String
  /// Which PUK of a recovery code the server wants next, from 1; nil after anything else.
  public let nextPUK: Int?

  public init(status: Int, code: String, message: String, nextPUK: Int? = nil) {
    self.status = status
    self.code = code
    self.message = message
    self.nextPUK = nextPUK
  }
}

/// Trouble with the files that hold the activation.
public enum StorageFault: Error, Equatable, Sendable {
  case directoryMissing(path: String, reason: String)
  case notWritable(path: String, reason: String)
  /// Wider than 0700 or 0600; `mend` is the command that repairs it.
  case openPermissions(path: String, mode: String, mend: String)
  case keyMissing(path: String)
  case databaseMissing(path: String, key: String)
  case keyDoesNotFit(database: String, key: String)
  case damaged(path: String, reason: String)
  case newerSchema(path: String)
  case full(path: String)
}

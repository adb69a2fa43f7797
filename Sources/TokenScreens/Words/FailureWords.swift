import TokenModel

/// A failure in words: what happened, what it means for the user, and what to do next.
///
/// The only place that turns failures into prose; screens and command line print the same.
public struct FailureWords: Equatable, Sendable {
  public let happened: String
  public let means: String
  public let next: String

  init(_ happened: String, _ means: String, _ next: String) {
    self.happened = happened
    self.means = means
    self.next = next
  }

  public init(_ failure: TokenFailure) {
    self =
      switch failure {
      case .noActivation: Self.noActivation
      case .alreadyActivated: Self.alreadyActivated
      case .activationCode(let fault): Self.code(fault)
      case .foreignActivationCode: Self.foreignCode
      case .pinTooShort: Self.pinTooShort
      case .pinUnchanged: Self.pinUnchanged
      case .pukFormat: Self.pukFormat
      case .noCredentials: Self.noCredentials
      case .emptyAttribute(let name): Self.emptyAttribute(name)
      case .biometry(let fault): Self.biometry(fault)
      case .externalKey(let fault): Self.externalKey(fault)
      case .portableState(let fault): Self.portableState(fault)
      case .oidc(let fault): Self.oidc(fault)
      case .noRecoveryCode: Self.noRecoveryCode
      case .upgradePending: Self.upgradePending
      case .noToken(let name): Self.noToken(name)
      case .offline(let fault): Self.offline(fault)
      case .link(let fault): Self.link(fault)
      case .picture(let fault): Self.picture(fault)
      case .tooLong(let field, let limit): Self.tooLong(field, limit)
      case .storage(let fault): Self.storage(fault)
      case .busy(let holder): Self.busy(holder)
      case .activationRefused(let otpSent): Self.activationRefused(otpSent)
      case .recoveryRefused(let next): Self.recoveryRefused(next)
      case .serverCannot(let capability, let refusal): Self.serverCannot(capability, refusal)
      case .biometryRefused(let left): Self.biometryRefused(left)
      case .wrongPIN(let left): Self.wrongPIN(left)
      case .signatureRefused(let left): Self.signatureRefused(left)
      case .waitingForCommit: Self.waitingForCommit
      case .blocked: Self.blocked
      case .removed: Self.removed
      case .deadlocked(let state): Self.deadlocked(state)
      case .operation(let fault): Self.operation(fault)
      case .inbox(let fault): Self.inbox(fault)
      case .push(let fault): Self.push(fault)
      case .approvalClosed(let obstacle): Self.approvalClosed(obstacle)
      case .dataMismatch(let expected, let actual): Self.dataMismatch(expected, actual)
      case .network(let fault): Self.network(fault)
      case .outcomeUnknown(let fault): Self.outcomeUnknown(fault)
      case .activationOutcomeUnknown(let fault): Self.activationOutcomeUnknown(fault)
      case .untrustedAnswer(let fault): Self.untrusted(fault)
      case .forgedData: Self.forgedData
      case .refused(let refusal): Self.refused(refusal)
      }
  }
}

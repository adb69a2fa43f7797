import TokenModel

/// What is known of the bank's push messages in this run of the program.
struct PushState {
  /// Whether a registration is under way.
  var isRegistering = false
  /// The activation whose registration has succeeded.
  var registeredActivation: String?
  /// The activation whose registration failed last, and when, by the monotonic clock.
  var failure: (activationID: String, at: Int64)?

  /// Milliseconds before a registration that failed is tried again by itself.
  static let retryPause: Int64 = 600_000
}

extension Token {
  /// Asks the bank to send its push messages there, in place of where it sent them before.
  ///
  /// One registration at a time, else `TokenFailure.push(.alreadyRegistering)`. To be repeated after
  /// every activation, and whenever the push service gives out another token.
  public func registerPush(_ registration: PushRegistration) async throws(TokenFailure) {
    guard !push.isRegistering else { throw .push(.alreadyRegistering) }
    guard let activation = try localActivation() else { throw .noActivation }
    push.isRegistering = true
    defer { push.isRegistering = false }
    _ = try await exchangeWithToken(
      "/api/push/device/register/token", body: ["requestObject": registration.json],
      meaning: ErrorMeaning.push)
    push.registeredActivation = activation.activationID
  }

  /// Whether the present activation was registered in this run of the program.
  public var isPushRegistered: Bool {
    guard let activation = try? localActivation() else { return false }
    return push.registeredActivation == activation.activationID
  }

  /// Registers what the profile says where that was not done for this activation; a failure is noted
  /// in the log and left for ten minutes, since polling works without it.
  func registerConfiguredPush() async {
    guard let registration = profile.push, !push.isRegistering, !isPushRegistered,
      let activation = (try? localActivation())?.activationID, !hasFailedLately(activation)
    else { return }
    do throws(TokenFailure) {
      try await registerPush(registration)
      push.failure = nil
    } catch {
      push.failure = (activation, clock.monotonicMilliseconds())
      logger.notice("The registration for push messages failed.")
    }
  }

  private func hasFailedLately(_ activationID: String) -> Bool {
    guard let failure = push.failure, failure.activationID == activationID else { return false }
    return clock.monotonicMilliseconds() - failure.at < PushState.retryPause
  }
}

/// One address of the sandbox and who answers there.
struct Route {
  let method: String
  /// Segments of the path; `*` stands for any one.
  let pattern: [String]
  let answer: @Sendable (Call) throws -> SandboxResponse

  init(
    _ method: String, _ path: String,
    _ answer: @escaping @Sendable (Call) throws -> SandboxResponse
  ) {
    self.method = method
    pattern = path.split(separator: "/").map(String.init)
    self.answer = answer
  }

  /// The segments that stand for `*`; nil when the path is another one.
  func values(in segments: [String]) -> [String]? {
    guard segments.count == pattern.count else { return nil }
    var values: [String] = []
    for (expected, found) in zip(pattern, segments) {
      if expected == "*" {
        values.append(found)
      } else if expected != found {
        return nil
      }
    }
    return values
  }
}

/// All addresses, in the two families whose manners differ.
enum Routes {
  private static let cloudRoot = "powerauth-cloud"
  private static let mobileRoot = "enrollment-server"

  /// Which family of addresses a path belongs to, with the segments below its root.
  enum Family {
    /// The bank's side: basic authentication, plain documents.
    case cloud([String])
    /// The token's side, both below `/enrollment-server` and at the root.
    case mobile([String])
  }

  static func family(of path: String) -> Family {
    let segments = path.split(separator: "/").map(String.init)
    return switch segments.first {
    case cloudRoot: .cloud(Array(segments.dropFirst()))
    case mobileRoot: .mobile(Array(segments.dropFirst()))
    default: .mobile(segments)
    }
  }

  static let cloud =
    RegistrationEndpoints.routes + RegistrationChanges.routes + RegistrationExtras.routes
    + OperationEndpoints.routes + OfflineEndpoints.routes + RecoveryCodeEndpoints.routes
    + UserEndpoints.routes
    + ProviderEndpoints.routes
    + SignatureEndpoints.routes + ServerSignatureEndpoints.routes + FaultEndpoints.routes
    + MessageEndpoints.routes + PushLogEndpoints.routes + PinningTrials.routes

  static let mobile =
    ActivationEndpoints.routes + NamingEndpoints.routes + UpgradeEndpoints.routes
    + TokenEndpoints.routes + VaultEndpoints.routes + RecoveryEndpoints.routes
    + UserInfoEndpoint.routes + SignInEndpoints.routes + ServerEndpoints.routes
    + PendingOperations.routes + ClaimEndpoint.routes + OperationDecisions.routes
    + OperationHistory.routes
    + InboxEndpoints.routes + PushEndpoints.routes
    + PictureEndpoints.routes + MobileUtilityEndpoints.routes

  /// The endpoint and the variable segments; `foreignMethod` refuses a known path asked otherwise.
  static func find(
    _ method: String, _ segments: [String], in routes: [Route], foreignMethod: Refusal
  ) throws(Refusal) -> (Route, [String]) {
    var isKnownPath = false
    for route in routes {
      guard let values = route.values(in: segments) else { continue }
      if route.method == method { return (route, values) }
      isKnownPath = true
    }
    throw isKnownPath ? foreignMethod : .notFound
  }
}
